namespace NotebookPage.Live.State;

/// <summary>
/// Holds the state of an open notebook. It is changed by one at a time, by functions that wait for nothing.
/// <code>
///   operation ─▶ state (under one lock) ─▶ NotebookView ─▶ Told, to every tab
/// </code>
/// </summary>
internal sealed class NotebookHolder
{
    private readonly Lock _lock = new();
    private readonly ChangeFeed _feed = new();
    private volatile NotebookState _now;
    private volatile NotebookView _view;

    public NotebookHolder(NotebookState first) => (_now, _view) = (first, first.View(Names));

    /// <summary>Told of every change: the state before, and after. In the thread that made the change, outside of the lock.</summary>
    public event Action<NotebookState, NotebookState> Changed = (_, _) => { };

    /// <summary>The names of its cells.</summary>
    public NamesOfCells Names { get; } = new();

    public NotebookState Now => _now;

    public NotebookView View => _view;

    /// <summary>Told when a tab came or went.</summary>
    public event Action Watched = () => { };

    /// <summary>Whether a tab shows it.</summary>
    public bool IsWatched => _feed.HasListeners;

    public void Listen(Action<NotebookView> listener)
    {
        _feed.Add(listener);
        Watched();
    }

    public void Leave(Action<NotebookView> listener)
    {
        _feed.Remove(listener);
        Watched();
    }

    /// <summary>Makes the next state of the one that is there.</summary>
    /// <returns>Both.</returns>
    public (NotebookState Before, NotebookState After) Change(Func<NotebookState, NotebookState> transition)
    {
        NotebookState before, after;
        lock (_lock)
        {
            before = _now;
            _now = after = transition(before);
            _view = after.View(Names);
            _feed.Tell(_view);
        }

        Changed(before, after);
        return (before, after);
    }

    /// <summary>Tells what is left to be told, then no more.</summary>
    public Task EndAsync() => _feed.EndAsync();
}
