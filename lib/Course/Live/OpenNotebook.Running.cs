namespace Course.Live;

/// <summary>
/// Running. Cells are queued with the text they have when asked for and run one after the other; a cell that fails and isn't tagged
/// <c>raises-exception</c> empties the queue. Each task completes when its cells have run or have been dropped from the queue.
/// </summary>
public sealed partial class OpenNotebook
{
    /// <summary>Runs cells, in the order given. Cells without code are passed over.</summary>
    public Task RunAsync(params IEnumerable<string> ids)
    {
        List<Task> done = [];
        Change(() => done.AddRange(ids.ToList().Select(Enqueue)));
        return Task.WhenAll(done);
    }

    /// <summary>Runs a cell and names the next one, for the page to go to: a new one if there is none.</summary>
    public string RunAndAdvance(string id)
    {
        _ = RunAsync(id);
        var cells = _view.Cells;
        return cells.SkipWhile(cell => cell.Id != id).ElementAtOrDefault(1)?.Id ?? InsertBelow(id);
    }

    /// <summary>Runs all cells, from the top.</summary>
    public Task RunAllAsync() => RunAsync(Ids());

    /// <summary>Runs the cells above this one.</summary>
    public Task RunAboveAsync(string id) => RunAsync(Ids().TakeWhile(other => other != id));

    /// <summary>Runs this cell and those below.</summary>
    public Task RunBelowAsync(string id) => RunAsync(Ids().SkipWhile(other => other != id));

    /// <summary>Runs the stale cells, and what they need, from the top.</summary>
    public Task RunStaleAsync()
    {
        IReadOnlyList<string> plan;
        lock (_gate)
        {
            plan = Staleness.Plan(_names.Code(_text), _slot?.Past ?? []);
        }

        return RunAsync(plan);
    }

    /// <summary>Stops the running cell and empties the queue. A cell that can't be stopped is ended with its session.</summary>
    public void Interrupt()
    {
        WaitingCell? running = null;
        Change(() =>
        {
            DropQueue();
            running = _running;
        });
        _ = running?.Stop.CancelAsync();
    }

    /// <summary>Answers the running cell's question; null ends its input.</summary>
    public void Answer(string? line) => _slot?.Session.Answer(line);

    private List<string> Ids() => [.. _view.Cells.Select(cell => cell.Id)];
}
