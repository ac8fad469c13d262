using System.Collections.Immutable;
using NotebookPage.Live.Editing;

namespace NotebookPage.Live.State;

/// <summary>
/// An open notebook at one moment. What can become of it are functions from one state to the next, beside this file:
/// <see cref="Edits"/>, <see cref="Queueing"/>, <see cref="CellRuns"/>, <see cref="SessionChanges"/>, <see cref="FileChanges"/>.
/// </summary>
/// <param name="Text">What is edited.</param>
/// <param name="Activity">What cells have done, by id.</param>
/// <param name="History">What can be undone.</param>
internal sealed record NotebookState(
    NotebookText Text, ImmutableDictionary<string, CellActivity> Activity, EditHistory History)
{
    /// <summary>What was wrong with the file, a line each.</summary>
    public IReadOnlyList<string> Repairs { get; init; } = [];

    public bool IsTrusted { get; init; }

    public SaveState Saving { get; init; } = new(IsDirty: false);

    /// <summary>Counts the changes of what would be saved.</summary>
    public int Version { get; init; }

    /// <summary>The cells that wait for their turn.</summary>
    public ImmutableList<WaitingCell> Queue { get; init; } = [];

    public WaitingCell? Running { get; init; }

    /// <summary>Whether somebody works through the queue.</summary>
    public bool IsPumping { get; init; }

    /// <summary>The session; null when it is dead.</summary>
    public SessionSlot? Slot { get; init; }

    /// <summary>Why there is no session.</summary>
    public string? Problem { get; init; }

    public CellActivity ActivityOf(string id) => Activity.GetValueOrDefault(id) ?? CellActivity.None;

    public NotebookState Act(string id, Func<CellActivity, CellActivity> act) =>
        this with { Activity = Activity.SetItem(id, act(ActivityOf(id))) };

    /// <summary>Something changed that a file would hold.</summary>
    public NotebookState Touched() => this with { Version = Version + 1, Saving = Saving with { IsDirty = true } };
}
