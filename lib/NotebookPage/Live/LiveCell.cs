using System.Text.Json.Nodes;
using NotebookSession;

namespace NotebookPage.Live;

/// <summary>What a cell is doing.</summary>
public enum CellStatus
{
    /// <summary>Nothing; it ran well, or not yet.</summary>
    Idle,

    /// <summary>It waits for its turn.</summary>
    Queued,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>Its last run failed or was stopped.</summary>
    Failed,
}

/// <summary>A cell as it is at one moment: a value that any thread may keep.</summary>
/// <param name="Id">Stays the same for as long as the cell lives, through moves, edits, undo and saving.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Source">Its text.</param>
public sealed record LiveCell(string Id, CellType Kind, string Source)
{
    /// <summary>The cell's tags, such as "exercise" or "raises-exception".</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The pictures that were pasted into it, in nbformat's JSON, by name; null if there are none. Not to be modified.</summary>
    public JsonObject? Attachments { get; init; }

    /// <summary>
    /// What it has shown, live. An output that changes (text that grows, a display that is updated) is a new object, one that
    /// doesn't stays the same object.
    /// </summary>
    public IReadOnlyList<CellOutput> Outputs { get; init; } = [];

    /// <summary>The number in the brackets beside it; null if it has none.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>What it is doing.</summary>
    public CellStatus Status { get; init; }

    /// <summary>Whether it has run in the session that is there now. Outputs from the file don't count.</summary>
    public bool HasRun { get; init; }

    /// <summary>Why its outputs are not those that running all cells from the top would give; null if they are, as far as names tell.</summary>
    public string? Stale { get; init; }

    /// <summary>When its last run began; null before the first one on this page.</summary>
    public DateTimeOffset? LastRun { get; init; }

    /// <summary>How long that run took; null while it runs.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Whether its outputs are those of before: it runs, and has shown nothing yet.</summary>
    public bool IsBefore { get; init; }

    /// <summary>Whether its outputs may be shown with their HTML and scripts: they were made here, or the notebook is trusted.</summary>
    public bool IsTrusted { get; init; }
}
