using System.Collections.Immutable;
using NotebookSession;

namespace NotebookPage.Live;

/// <summary>One session of a notebook, from start to end or restart.</summary>
/// <param name="Session">What runs cells.</param>
internal sealed record SessionSlot(INotebookSession Session)
{
    private readonly TaskCompletionSource _replaced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether it can run cells at once.</summary>
    public bool IsReady { get; init; }

    /// <summary>The cells sent to it: the number that the session too has for the last one.</summary>
    public int Sent { get; init; }

    /// <summary>The runs that ended.</summary>
    public ImmutableList<PastRun> Past { get; init; } = [];

    /// <summary>The line that its running cell waits for; null if it waits for none.</summary>
    public InputRequest? Input { get; init; }

    /// <summary>Completes when the notebook has another session, or none.</summary>
    public Task Replaced => _replaced.Task;

    /// <summary>Whether it is the same session, at whatever moment.</summary>
    public bool IsSame(SessionSlot? other) => Session == other?.Session;

    /// <summary>The notebook has another session, or none.</summary>
    public void Replace() => _replaced.TrySetResult();
}
