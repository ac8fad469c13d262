using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace NotebookPage.Rendering;

/// <summary>Html that was made before, by what it was made of. Where the page itself runs in a browser, to make that of a lesson anew
/// takes a second or two.</summary>
public sealed class PrerenderedHtml
{
    /// <summary>What its file has after the notebook's name.</summary>
    public const string Ending = ".html.json";

    private readonly ConcurrentDictionary<string, string> _html = new();

    /// <summary>The key of html.</summary>
    /// <param name="parts">What it is made of: all that it depends on.</param>
    public static string Key(params IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 16));

    /// <summary>Takes more: key → html.</summary>
    public void Add(IEnumerable<KeyValuePair<string, string>> html)
    {
        foreach (var (key, made) in html)
        {
            _html[key] = made;
        }
    }

    /// <summary>What was made of that; null if nothing was.</summary>
    public string? Find(params IEnumerable<string> parts) => _html.IsEmpty ? null : _html.GetValueOrDefault(Key(parts));
}
