using System.ComponentModel;
using NotebookSession;

namespace Course.Live;

/// <summary>The session, and help with writing cells.</summary>
public sealed partial class OpenNotebook
{
    private SessionSlot? _slot; // null when dead
    private string? _problem;
    private InputRequest? _input;

    private SessionState SessionNow =>
        _slot is null ? new SessionState(SessionStatus.Dead, _problem)
        : !_slot.IsReady ? new SessionState(SessionStatus.Starting)
        : new SessionState(_isPumping ? SessionStatus.Busy : SessionStatus.Idle);

    /// <summary>Ends the session and starts another; outputs stay. Completes when cells can run.</summary>
    public async Task RestartAsync()
    {
        SessionSlot? old = null, started = null;
        Change(() =>
        {
            DropQueue();
            old = _slot;
            Forget();
            StartSession();
            started = _slot;
        });
        old?.Replace();
        await Task.WhenAll(
            old?.Session.DisposeAsync().AsTask() ?? Task.CompletedTask, started?.Session.Ready ?? Task.CompletedTask).ConfigureAwait(false);
    }

    /// <summary>Restarts, removes all outputs and runs all cells.</summary>
    public async Task RestartAndRunAllAsync()
    {
        _ = RestartAsync();
        ClearOutputs();
        await RunAllAsync().ConfigureAwait(false);
    }

    private void StartSession()
    {
        try
        {
            var slot = new SessionSlot(_options.StartSession(System.IO.Path.GetDirectoryName(Path)!));
            slot.Session.InputWanted += input => Change(() => _input = slot == _slot ? input : _input);
            _slot = slot;
            _ = Task.Run(() => WatchAsync(slot));
        }
        catch (Win32Exception e)
        {
            (_slot, _problem) = (null, $"No session could be started: {e.Message}");
        }
    }

    private async Task WatchAsync(SessionSlot slot)
    {
        await slot.Session.Ready.ConfigureAwait(false);
        Change(() => slot.IsReady = true);
        _names.Code(_text); // the compiler starts up here, and not under the lock
        var error = await slot.Session.Ended.ConfigureAwait(false);
        Change(() => Bury(slot, error));
    }

    private void Bury(SessionSlot slot, CellError error)
    {
        if (slot == _slot)
        {
            Forget();
            DropQueue();
            _problem = error.Message;
            slot.Replace();
        }
    }

    // No session knows any cell.
    private void Forget()
    {
        (_slot, _input) = (null, null);
        foreach (var (id, activity) in _activity.Where(entry => entry.Value.HasRun))
        {
            _activity = _activity.SetItem(id, activity with { HasRun = false });
        }
    }

    private async Task EndSessionAsync()
    {
        SessionSlot? last = null;
        Change(() =>
        {
            DropQueue();
            last = _slot;
            Forget();
        });
        last?.Replace();
        if (last is not null)
        {
            await last.Session.DisposeAsync().ConfigureAwait(false);
        }
    }
}
