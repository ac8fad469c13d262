namespace NotebookPage.Live;

/// <summary>Does something once, a while after it was asked for.</summary>
internal sealed class SoonTimer : IAsyncDisposable
{
    private readonly ITimer _timer;
    private readonly TimeSpan _after;
    private volatile bool _isDue;

    public SoonTimer(TimeProvider clock, TimeSpan after, Action action)
    {
        _after = after;
        _timer = clock.CreateTimer(
            _ =>
            {
                _isDue = false;
                action();
            },
            null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A while after now, unless it is due already.</summary>
    public void Start()
    {
        if (!_isDue)
        {
            Restart();
        }
    }

    /// <summary>A while after now, and not before.</summary>
    public void Restart()
    {
        _isDue = true;
        _timer.Change(_after, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Not any more.</summary>
    public void Stop()
    {
        _isDue = false;
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();
}
