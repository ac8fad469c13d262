using System.Runtime.CompilerServices;
using Markdig;
using NotebookPage.Live;

namespace NotebookPage.Components;

/// <summary>A section of a notebook: what stands under a heading until the next one.</summary>
/// <param name="Cell">The cell with the heading.</param>
/// <param name="Level">2 or 3.</param>
/// <param name="Heading">Its text.</param>
/// <param name="State">How its code cells are: failed, running, stale, done, or nothing to say.</param>
internal sealed record LessonSection(string Cell, int Level, string Heading, string? State)
{
    private static readonly ConditionalWeakTable<string, FirstHeading> _headings = [];

    /// <summary>The sections, from the top.</summary>
    public static IReadOnlyList<LessonSection> Of(IReadOnlyList<LiveCell> cells)
    {
        var starts = cells.Select((cell, at) => (At: at, Heading: cell.Kind == CellType.Markdown ? _headings.GetValue(cell.Source, HeadingOf) : null))
            .Where(start => start.Heading?.Level > 0).ToList();
        var ends = starts.Skip(1).Select(start => start.At).Append(cells.Count);
        return [.. starts.Zip(ends, (start, end) => new LessonSection(
            cells[start.At].Id,
            start.Heading!.Level,
            start.Heading.Text,
            StateOf([.. cells.Take(start.At..end).Where(cell => cell.Kind == CellType.Code)])))];
    }

    // The first heading: a cell of the course begins with it, after its anchor.
    private static FirstHeading HeadingOf(string source) => source.Split('\n')
        .TakeWhile(line => !line.StartsWith("```", StringComparison.Ordinal))
        .FirstOrDefault(line => line.StartsWith("## ", StringComparison.Ordinal) || line.StartsWith("### ", StringComparison.Ordinal)) is { } line
            ? new FirstHeading(line.IndexOf(' ', StringComparison.Ordinal), Markdown.ToPlainText(line.TrimStart('#')).Trim())
            : new FirstHeading(0, "");

    private static string? StateOf(IReadOnlyList<LiveCell> cells) =>
        cells.Any(cell => cell.Status == CellStatus.Failed) ? "failed"
        : cells.Any(cell => cell.Status is CellStatus.Running or CellStatus.Queued) ? "running"
        : cells.Any(cell => cell.Stale is not null) ? "out of date"
        : cells.Count > 0 && cells.All(cell => cell.HasRun) ? "done"
        : null;

    // Of a text, found once; level 0 for a text without one.
    private sealed record FirstHeading(int Level, string Text);
}
