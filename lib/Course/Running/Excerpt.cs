using System.Globalization;
using System.Text;

namespace Course.Running;

/// <summary>Two lines that differ, cut to where they do.</summary>
internal static class Excerpt
{
    private const int Before = 40, After = 60;

    /// <summary>The part of each line around their first difference; null is said to be missing.</summary>
    public static (string Expected, string Actual) Of(string? expected, string? actual)
    {
        var same = Same(expected, actual);
        return (Cut(expected, same), Cut(actual, same));
    }

    /// <summary>The first difference in words, if the two lines may look alike; else null.</summary>
    public static string? Unseen(string? expected, string? actual)
    {
        if (expected is null || actual is null)
        {
            return (expected ?? actual) is "" ? "one of the two has an empty line more" : null;
        }

        var same = Same(expected, actual);
        return IsSeen(expected, same) && IsSeen(actual, same) ? null
            : $"the first difference is at character {same + 1}: {Name(expected, same)} in the file, {Name(actual, same)} in this run";
    }

    private static int Same(string? expected, string? actual) =>
        (expected ?? "").Zip(actual ?? "").TakeWhile(pair => pair.First == pair.Second).Count();

    // Letters beyond ASCII may look like others: a Cyrillic а, an é in two parts.
    private static bool IsSeen(string line, int at) => at >= line.Length || line[at] is > ' ' and <= '~';

    private static string Name(string line, int at)
    {
        if (at >= line.Length)
        {
            return "the end of the line";
        }

        var rune = Rune.GetRuneAt(line, at - (at > 0 && char.IsSurrogatePair(line, at - 1) ? 1 : 0));
        var code = $"U+{rune.Value.ToString("X4", CultureInfo.InvariantCulture)}";
        return rune.Value switch
        {
            '\r' => $"{code} (carriage return)",
            '\t' => $"{code} (tab)",
            ' ' => $"{code} (space)",
            0xA0 => $"{code} (no-break space)",
            _ => Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark
                ? code : $"{code} ({rune})",
        };
    }

    private static string Cut(string? line, int at)
    {
        if (line is null)
        {
            return "(nothing)";
        }

        var (start, end) = (Math.Max(0, at - Before), Math.Min(line.Length, at + After));
        return $"{(start > 0 ? "…" : "")}{line[start..end]}{(end < line.Length ? "…" : "")}";
    }
}
