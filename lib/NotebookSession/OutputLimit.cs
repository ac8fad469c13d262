using System.Globalization;

namespace NotebookSession;

/// <summary>
/// How much one cell shows: what a page can draw, a file can hold and a reader can read. It holds for what cells show, and
/// for what files made elsewhere have in them; what is beyond is counted.
/// </summary>
public sealed record OutputLimit
{
    private const int LastLines = 10, LongestError = 200, CharactersPerMillisecond = 200;

    /// <summary>The limit of every cell.</summary>
    public static OutputLimit Default { get; } = new();

    /// <summary>Lines of text.</summary>
    public int Lines { get; init; } = 10_000;

    /// <summary>Characters of text.</summary>
    public int Characters { get; init; } = 250_000;

    /// <summary>Displays, and pieces of text between them.</summary>
    public int Displays { get; init; } = 500;

    /// <summary>Characters of all formats of all displays together.</summary>
    public int Data { get; init; } = 1_250_000;

    /// <summary>Characters kept of the end of a text that is too long: where an error says its reason.</summary>
    public int Ending { get; init; } = 2_000;

    /// <summary>The text, or its beginning, a count and its last lines. It may have gone through here before.</summary>
    public string Cut(string text)
    {
        var head = Within(text, Lines, Characters);
        if (text.Length <= head + (2 * Ending) + 100 && text.AsSpan(head).Count('\n') <= 2 * LastLines)
        {
            return text;
        }

        var rest = text.AsSpan(head);
        return $"{text.AsSpan(0, head).TrimEnd('\n')}\n{Rest(rest.Count('\n'), rest.Length, Last(rest))}";
    }

    /// <summary>The error, with a message and a report of a length that can be read.</summary>
    public CellError Cut(CellError error)
    {
        var limit = this with { Lines = LongestError, Characters = Math.Min(Characters, LongestError * 100) };
        var report = string.Join('\n', error.Traceback);
        var cut = limit.Cut(report);
        return error with { Message = limit.Cut(error.Message), Traceback = cut == report ? error.Traceback : cut.Split('\n') };
    }

    /// <summary>
    /// How long to wait after so many characters before more of them are told or drawn: a chart changes twice a second, a bar
    /// twenty times, and typing beside them stays quick.
    /// </summary>
    public static TimeSpan Pause(int characters) => TimeSpan.FromMilliseconds(Math.Clamp(characters / CharactersPerMillisecond, 40, 500));

    /// <summary>How many characters of a text lie within so many lines and characters.</summary>
    internal static int Within(ReadOnlySpan<char> text, int lines, int characters)
    {
        var within = text[..Math.Clamp(characters, 0, text.Length)];
        if (within.Count('\n') < lines)
        {
            return within.Length;
        }

        var end = 0;
        for (; lines > 0; lines--)
        {
            end += within[end..].IndexOf('\n') + 1;
        }

        return end;
    }

    /// <summary>What is said in the place of a rest.</summary>
    internal static string Rest(long lines, long characters, ReadOnlySpan<char> ending) =>
        $"… {(lines > 0 ? Count(lines, "more line") : Count(characters, "more character"))}, ending in:\n{ending}";

    /// <summary>"1,234 lines".</summary>
    internal static string Count(long count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");

    /// <summary>The last lines, as far as they are kept.</summary>
    internal ReadOnlySpan<char> Last(ReadOnlySpan<char> text)
    {
        var last = text[^Math.Min(text.Length, Ending)..].TrimEnd('\n');
        last = text.Length > Ending ? last[(last.IndexOf('\n') + 1)..] : last; // no half line, if there are whole ones
        var start = last.Length;
        for (var lines = 0; lines < LastLines && start > 0; lines++)
        {
            start = Math.Max(0, last[..start].LastIndexOf('\n'));
        }

        return last[start..].TrimStart('\n');
    }
}
