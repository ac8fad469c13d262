using NotebookSession;

namespace Course.Live;

/// <summary>One session of a notebook, from start to end or restart.</summary>
/// <param name="session">The process.</param>
internal sealed class SessionSlot(INotebookSession session)
{
    private readonly TaskCompletionSource _replaced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The process.</summary>
    public INotebookSession Session { get; } = session;

    /// <summary>Whether it can run cells at once.</summary>
    public bool IsReady { get; set; }

    /// <summary>The cells sent to it: the number that the session too has for the last one.</summary>
    public int Count { get; set; }

    /// <summary>The runs that ended.</summary>
    public List<PastRun> Past { get; } = [];

    /// <summary>Completes when another session has taken its place.</summary>
    public Task Replaced => _replaced.Task;

    /// <summary>Another session takes its place.</summary>
    public void Replace() => _replaced.TrySetResult();
}
