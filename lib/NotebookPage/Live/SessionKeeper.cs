using System.ComponentModel;
using NotebookPage.Live.State;
using NotebookSession;

namespace NotebookPage.Live;

/// <summary>
/// Starts and ends the sessions of an open notebook: one at a time. The session of a notebook that no tab shows any more is
/// ended after a while, for its memory; the next run starts another.
/// </summary>
public sealed class SessionKeeper : IAsyncDisposable
{
    private readonly NotebookHolder _state;
    private readonly Func<INotebookSession> _start;
    private readonly Lock _starting = new(); // one at a time starts a session; others do not wait here

    private readonly SoonTimer _rest;

    internal SessionKeeper(NotebookHolder state, Func<INotebookSession> start, LiveOptions options)
    {
        (_state, _start) = (state, start);
        _rest = new SoonTimer(options.Clock, options.EndSessionAfter, () => _ = RestAsync());
        state.Watched += Schedule;
        state.Changed += (before, after) =>
        {
            if (before.Slot is { } old && !old.IsSame(after.Slot))
            {
                old.Replace();
            }
        };
    }

    /// <summary>Ends the session and starts another; outputs stay. Completes when cells can run.</summary>
    public async Task RestartAsync()
    {
        NotebookState before, after;
        lock (_starting)
        {
            (before, after) = Replace(now => now.Emptied());
        }

        await Task.WhenAll(
            before.Slot?.Session.DisposeAsync().AsTask() ?? Task.CompletedTask,
            after.Slot?.Session.Ready ?? Task.CompletedTask).ConfigureAwait(false);
    }

    /// <summary>Answers the running cell's question; null ends its input.</summary>
    public void Answer(string? line) => _state.Now.Slot?.Session.Answer(line);

    /// <summary>The memory that the session takes, in bytes; null if there is none, or if it doesn't tell at once.</summary>
    public async Task<long?> MemoryAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        return _state.Now.Slot is { } slot ? await slot.Session.MemoryAsync(soon.Token).ConfigureAwait(false) : null;
    }

    /// <summary>Ends the session, and what runs in it; the next run starts another.</summary>
    public async Task EndAsync()
    {
        var (last, _) = _state.Change(now => now.Emptied().Forget() with { Problem = "You ended it. The next run starts another." });
        if (last.Slot is { } slot)
        {
            await slot.Session.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Ends the session.</summary>
    public async ValueTask DisposeAsync()
    {
        await _rest.DisposeAsync().ConfigureAwait(false);
        await EndAsync().ConfigureAwait(false);
    }

    /// <summary>Starts a session if there is none. The state says why if none can be started.</summary>
    internal void Start()
    {
        lock (_starting)
        {
            if (_state.Now.Slot is null)
            {
                Replace(now => now);
            }
        }
    }

    private void Schedule()
    {
        if (_state.IsWatched)
        {
            _rest.Stop();
        }
        else
        {
            _rest.Restart();
        }
    }

    private async Task RestAsync()
    {
        var (before, after) = _state.Change(now => now.IsPumping || _state.IsWatched ? now : now.Forget() with
        {
            Problem = "No tab had shown this notebook for a while: it was ended to free its memory. The next run starts another.",
        });
        if (before.Slot is { } ended && after.Slot is null)
        {
            await ended.Session.DisposeAsync().ConfigureAwait(false);
        }
        else if (after.IsPumping)
        {
            Schedule();
        }
    }

    private (NotebookState Before, NotebookState After) Replace(Func<NotebookState, NotebookState> first)
    {
        try
        {
            var slot = new SessionSlot(_start());
            slot.Session.InputWanted += input => _state.Change(now => now.In(slot, session => session with { Input = input }));
            var change = _state.Change(now => first(now).Start(slot));
            _ = Task.Run(() => WatchAsync(slot));
            return change;
        }
        catch (Win32Exception e)
        {
            return _state.Change(now => first(now).Forget() with { Problem = $"No session could be started: {e.Message}" });
        }
    }

    private async Task WatchAsync(SessionSlot slot)
    {
        await slot.Session.Ready.ConfigureAwait(false);
        _state.Change(now => now.In(slot, session => session with { IsReady = true }));
        await _state.Names.FindAsync(_state.Now.Text).ConfigureAwait(false);
        var error = await slot.Session.Ended.ConfigureAwait(false);
        _state.Change(now => now.Bury(slot, error));
    }
}
