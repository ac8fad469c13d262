using NotebookPage.Live.State;
using NotebookSession;

namespace NotebookPage.Live;

/// <summary>
/// Runs cells. They are queued with the text they have when asked for and run one after the other; a cell that fails and isn't tagged
/// <c>raises-exception</c> empties the queue. Each task completes when its cells have run or have been dropped from the queue.
/// </summary>
public sealed class RunQueue
{
    private readonly NotebookHolder _state;
    private readonly SessionKeeper _sessions;
    private readonly TimeProvider _clock;

    internal RunQueue(NotebookHolder state, SessionKeeper sessions, TimeProvider clock)
    {
        (_state, _sessions, _clock) = (state, sessions, clock);
        state.Changed += EndThoseThatLeft;
    }

    /// <summary>Runs cells, in the order given. Cells without code are passed over.</summary>
    public Task RunAsync(params IEnumerable<string> ids)
    {
        List<string> asked = [.. ids];
        var (before, after) = _state.Change(now => asked.Aggregate(now, (state, id) => state.Enqueue(id)));
        if (after.IsPumping && !before.IsPumping)
        {
            _ = Task.Run(PumpAsync);
        }

        return Task.WhenAll(after.Queue.Where(cell => asked.Contains(cell.Id)).Select(cell => cell.Done));
    }

    /// <summary>Runs all cells, from the top.</summary>
    public Task RunAllAsync() => RunAsync(Ids());

    /// <summary>Runs the cells above this one.</summary>
    public Task RunAboveAsync(string id) => RunAsync(Ids().TakeWhile(other => other != id));

    /// <summary>Runs this cell and those below.</summary>
    public Task RunBelowAsync(string id) => RunAsync(Ids().SkipWhile(other => other != id));

    /// <summary>Runs the stale cells, and what they need, from the top.</summary>
    public Task RunStaleAsync() =>
        RunAsync(_state.Now is var now && now.Slot is { } slot ? Staleness.Plan(_state.Names.Code(now.Text), slot.Past) : []);

    /// <summary>Restarts the session, removes all outputs and runs all cells.</summary>
    public Task RestartAndRunAllAsync()
    {
        _ = _sessions.RestartAsync();
        _state.Change(now => now.ClearOutputs());
        return RunAllAsync();
    }

    /// <summary>Stops the running cell and empties the queue. A cell that can't be stopped is ended with its session.</summary>
    public void Interrupt()
    {
        var (running, _) = _state.Change(now => now.Emptied());
        _ = running.Running?.Stop.CancelAsync();
    }

    private IEnumerable<string> Ids() => _state.Now.Text.Cells.Select(cell => cell.Id);

    private async Task PumpAsync()
    {
        while (await NextAsync().ConfigureAwait(false) is ({ } slot, { } cell))
        {
            var running = slot.Session.RunAsync(cell.Code, output => _state.Change(now => now.Show(cell, output)), cell.Stop.Token);
            await Task.WhenAny(running, slot.Replaced).ConfigureAwait(false);
            var result = running.IsCompletedSuccessfully ? running.Result : null;
            var run = new PastRun(cell.Number, cell.Id, cell.Source, Defined(cell, result));
            _state.Change(now => now.End(slot, cell, result, run, _clock.GetLocalNow()));
        }
    }

    // The next cell, in a session that is ready for it; none when the queue is empty.
    private async Task<(SessionSlot?, WaitingCell?)> NextAsync()
    {
        while (true)
        {
            if (_state.Now is { Slot: null, Queue.IsEmpty: false })
            {
                _sessions.Start();
            }

            if (_state.Change(now => now.Rested()).After is not { IsPumping: true, Slot: { } slot })
            {
                return default;
            }

            await Task.WhenAny(slot.Session.Ready, slot.Replaced).ConfigureAwait(false);
            if (_state.Change(now => now.Begin(slot, _clock.GetLocalNow())).After.Running is { } cell)
            {
                return (slot, cell);
            }
        }
    }

    private HashSet<string> Defined(WaitingCell cell, CellResult? result)
    {
        var names = _state.Names.Of(cell.Source);
        var compiled = result is not CellResult.Failed { Error.Name: "CompileError" };
        return [.. names.Directives, .. compiled ? names.Defines : Enumerable.Empty<string>()];
    }

    private static void EndThoseThatLeft(NotebookState before, NotebookState after)
    {
        if (before.Queue != after.Queue || before.Running != after.Running)
        {
            foreach (var cell in before.Unfinished().ExceptBy(after.Unfinished().Select(cell => cell.Done), cell => cell.Done))
            {
                cell.End();
            }
        }
    }
}
