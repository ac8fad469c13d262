using System.Text.RegularExpressions;

namespace NotebookSession.Directives;

/// <summary>The words and options of a directive: <c>x --from fsharp --as "y"</c>. Quotes and braces hold a word together.</summary>
internal sealed partial class Options
{
    private readonly Dictionary<string, string> _named = [];

    public Options(Directive directive)
    {
        var words = Word().Matches(directive.Argument).Select(word => word.Value is ['"', .. var quoted, '"'] ? quoted : word.Value).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal))
            {
                Words.Add(words[i]);
            }
            else if (i + 1 < words.Count)
            {
                _named[words[i]] = words[++i];
            }
        }
    }

    /// <summary>What stands alone.</summary>
    public List<string> Words { get; } = [];

    /// <summary>The value of <c>--name value</c>; null if it is not there.</summary>
    public string? this[string name] => _named.GetValueOrDefault(name);

    [GeneratedRegex("""(?:"[^"]*"|\{[^}]*\}|\S)+""")]
    private static partial Regex Word();
}
