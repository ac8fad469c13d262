using System.Text;

namespace NotebookSession.Documents;

/// <summary>What was wrong with a notebook's file and is repaired in what was read of it, each with its place.</summary>
internal sealed class Repairs(string path)
{
    private const int Most = 20, Longest = 300;
    private readonly List<string> _all = [];
    private int _count;

    /// <summary>One line for each repair; of many, the first and how many more there are.</summary>
    public IReadOnlyList<string> All => _count <= Most ? _all : [.. _all, $"and {_count - Most} more"];

    /// <summary>Notes a repair: <c>cells[3].metadata is a string; it is left out</c>.</summary>
    public void Add(string place, string what)
    {
        if (_count++ < Most)
        {
            _all.Add(Plain($"{place} {what}"));
        }
    }

    /// <summary>What can't be repaired.</summary>
    public NotebookFormatException Refusal(string problem, Exception? cause = null) => new(path, Plain(problem), cause);

    // Names and values are the file's: one short line without what a terminal would obey.
    private static string Plain(string text) =>
        (text.Length > Longest ? text[..Longest] + "…" : text).Aggregate(
            new StringBuilder(), (all, c) => all.Append(char.IsControl(c) ? '\ufffd' : c)).ToString();
}
