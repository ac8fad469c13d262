using System.Text.RegularExpressions;
using NotebookSession.Notebooks;

namespace Course.Running;

/// <summary>What went wrong in a notebook: one line that says it all, then what is needed to mend it.</summary>
internal static partial class Complaint
{
    /// <summary>A cell that failed: its place, error, source and traceback.</summary>
    public static void Failed(Terminal errors, string notebook, CellRun failure, int count)
    {
        var error = failure.Result.Failure!;
        var summary = Plain($"{error.Name}: {error.Message}").ReplaceLineEndings(" ");
        errors.Line($"error: {notebook}, cell {failure.Number} of {count}: {summary}");
        errors.Line();
        foreach (var (line, i) in Lines(failure.Cell.Source.TrimEnd()).Select((line, i) => (line, i + 1)))
        {
            errors.Line($"  {i,4} | {line}");
        }

        errors.Line();
        foreach (var line in error.Traceback.SelectMany(Lines))
        {
            errors.ColoredLine($"  {line}".TrimEnd());
        }

        errors.Line();
    }

    /// <summary>Outputs that are not those in the file: the first line that differs.</summary>
    public static void Differs(Terminal errors, string notebook, IReadOnlyList<CellDifference> differences)
    {
        var (number, difference) = differences[0];
        var (expected, actual) = Excerpt.Of(difference.Expected, difference.Actual);
        var unseen = Excerpt.Unseen(difference.Expected, difference.Actual);
        errors.Line($"error: {notebook}, cell {number}: the output is not the one in the file ({difference.Place})");
        errors.Line($"  in the file: {expected}");
        errors.Line($"  this run:    {actual}");
        if (unseen is not null)
        {
            errors.Line($"  {unseen}");
        }

        if (differences.Count > 1)
        {
            errors.Line($"  and more in cell {string.Join(", ", differences.Skip(1).Select(other => other.Number))}");
        }
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static string Plain(string text) => AnsiColour().Replace(text, "");

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex AnsiColour();
}
