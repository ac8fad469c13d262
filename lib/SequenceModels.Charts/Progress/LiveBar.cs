namespace SequenceModels.Charts;

/// <summary>
/// A bar that is shown once and then kept up to date in its place, at most ten times a second. However its loop ends,
/// it ends with what was done by then.
/// </summary>
internal sealed class LiveBar : IDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider _clock;
    private readonly Action<ProgressBar> _update;
    private ProgressBar _bar;
    private long _updated;

    public LiveBar(int total, Func<ProgressBar, Action<ProgressBar>> display, TimeProvider clock)
    {
        _clock = clock;
        _bar = new ProgressBar(0, total);
        _update = display(_bar);
        _updated = clock.GetTimestamp();
    }

    /// <summary>One step more is made.</summary>
    public void Advance(string says)
    {
        _bar = _bar with { Done = _bar.Done + 1, Says = says };
        if (_clock.GetElapsedTime(_updated) >= _pause)
        {
            _update(_bar);
            _updated = _clock.GetTimestamp();
        }
    }

    public void Dispose() => _update(_bar);
}
