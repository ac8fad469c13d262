using System.Text.RegularExpressions;

namespace NotebookPage.Rendering;

/// <summary>
/// What Markdown and html may be so that their readers take a time that grows with its length alone: not deep, not more
/// columns than a table has. It is found by one look at each character, before any reader sees it.
/// </summary>
internal static partial class Nesting
{
    private const int Longest = 200_000, Deepest = 100, MostMarks = 2_000, MostColumns = 200, MostCells = 20_000, MostElements = 10_000;

    // These end each other: <li>one<li>two.
    private static readonly HashSet<string> _flat =
        [.. "area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option".Split(' ')];

    /// <summary>Why a Markdown text is shown as it is written; null if it is not.</summary>
    public static string? OfMarkdown(string text)
    {
        if (text.Length > Longest)
        {
            return $"it has {text.Length:N0} characters, and up to {Longest:N0} are formatted";
        }

        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (Containers(line) > Deepest)
            {
                return "too many quotes or lists within one another";
            }
        }

        var (depth, marks, bars, columns, lines) = (0, 0, 0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\n' when i == 0 || text[i - 1] == '\n': // a paragraph ends
                    (depth, marks, bars, columns, lines) = (0, 0, 0, 0, 0);
                    break;
                case '\n':
                    (columns, bars, lines) = (Math.Max(columns, bars), 0, lines + 1);
                    break;
                case '[' or '(' when text[i] == '[' || (i > 0 && text[i - 1] == ']'):
                    depth++;
                    break;
                case ']' or ')' when depth > 0:
                    depth--;
                    break;
                case '*' or '_' or '~' or '`' or '$':
                    marks++;
                    break;
                case '|':
                    bars++;
                    break;
            }

            if (depth > Deepest || marks > MostMarks)
            {
                return "too many brackets or marks in one paragraph";
            }

            if (Math.Max(columns, bars) > MostColumns || columns * lines > MostCells)
            {
                return "a table with too many cells";
            }
        }

        return null;
    }

    // The quotes and lists that a line begins: > - 1. text
    private static int Containers(ReadOnlySpan<char> line)
    {
        var count = 0;
        for (var i = 0; i < line.Length && ">-*+.) \t0123456789".Contains(line[i], StringComparison.Ordinal); i++)
        {
            count += line[i] == '>' || ("-*+.)".Contains(line[i], StringComparison.Ordinal) && i + 1 < line.Length && line[i + 1] is ' ' or '\t') ? 1 : 0;
        }

        return count;
    }

    /// <summary>Why html is not shown; null if it is.</summary>
    public static string? OfHtml(string html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var (depth, elements) = (0, 0);
        foreach (Match tag in Tag().Matches(html))
        {
            var name = tag.Groups["name"].Value;
            var isEnd = tag.Groups["end"].Length > 0;
            elements += isEnd ? 0 : 1;
            if (!_flat.Contains(name) && (!isEnd || open.GetValueOrDefault(name) > 0))
            {
                open[name] = open.GetValueOrDefault(name) + (isEnd ? -1 : 1);
                depth += isEnd ? -1 : 1;
            }

            if (depth > Deepest || elements > MostElements)
            {
                return depth > Deepest ? "too many elements within one another" : "too many elements";
            }
        }

        return null;
    }

    [GeneratedRegex(@"<(?<end>/?)(?<name>[a-zA-Z][a-zA-Z0-9-]{0,40})")]
    private static partial Regex Tag();
}
