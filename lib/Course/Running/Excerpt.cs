namespace Course.Running;

/// <summary>Two lines that differ, cut to where they do.</summary>
internal static class Excerpt
{
    private const int Before = 40, After = 60;

    /// <summary>The part of each line around their first difference; null is said to be missing.</summary>
    public static (string Expected, string Actual) Of(string? expected, string? actual)
    {
        var same = (expected ?? "").Zip(actual ?? "").TakeWhile(pair => pair.First == pair.Second).Count();
        return (Cut(expected, same), Cut(actual, same));
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
