using System.Collections.Immutable;
using NotebookSession.Documents;

namespace NotebookPage.Live;

/// <summary>What a cell has done: the part of it that isn't edited, and that undo leaves alone.</summary>
internal sealed record CellActivity
{
    public static CellActivity None { get; } = new();

    public ShownOutputs Outputs { get; init; } = ShownOutputs.None;

    public int? ExecutionCount { get; init; }

    public CellStatus Status { get; init; }

    /// <summary>Whether the present session has run it.</summary>
    public bool HasRun { get; init; }

    /// <summary>Names the run whose outputs these are; null if they are the file's.</summary>
    public WaitingCell? Run { get; init; }

    /// <summary>What stands below the cell while it runs and has shown nothing yet: what it was before.</summary>
    public CellActivity? Before { get; init; }

    public DateTimeOffset? LastRun { get; init; }

    public TimeSpan? Duration { get; init; }

    /// <summary>The activity of a file's cells, by id.</summary>
    public static ImmutableDictionary<string, CellActivity> Of(IEnumerable<(string Id, NotebookCell Cell)> cells) => cells
        .Where(cell => cell.Cell is CodeCell)
        .Select(cell => (cell.Id, Code: (CodeCell)cell.Cell))
        .ToImmutableDictionary(cell => cell.Id, cell => new CellActivity
        {
            Outputs = ShownOutputs.Of(cell.Code.Outputs),
            ExecutionCount = cell.Code.ExecutionCount,
        });
}
