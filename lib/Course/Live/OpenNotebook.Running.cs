using NotebookKernel.Documents;
using NotebookKernel.Execution;

namespace Course.Live;

/// <summary>
/// Running. Cells are queued with the text they have when asked for and run one after the other; a cell that fails and isn't tagged
/// <c>raises-exception</c> empties the queue. Each task completes when its cells have run or have been dropped from the queue.
/// </summary>
public sealed partial class OpenNotebook
{
    private readonly Queue<WaitingCell> _queue = new();
    private WaitingCell? _running;
    private bool _isPumping;

    /// <summary>Runs cells, in the order given. Cells without code are passed over.</summary>
    public Task RunAsync(params IEnumerable<string> ids)
    {
        List<Task> done = [];
        Change(() => done.AddRange(ids.ToList().Select(Enqueue)));
        return Task.WhenAll(done);
    }

    /// <summary>Runs a cell and names the next one, for the page to go to: a new one if there is none.</summary>
    public string RunAndAdvance(string id, string? by = null)
    {
        _ = RunAsync(id);
        var cells = _view.Cells;
        return cells.SkipWhile(cell => cell.Id != id).ElementAtOrDefault(1)?.Id ?? InsertBelow(id, by: by);
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

    private Task Enqueue(string id)
    {
        if (_text.Find(id) is not { IsRunnable: true } cell)
        {
            return Task.CompletedTask;
        }

        if (_queue.FirstOrDefault(waiting => waiting.Id == id) is { } queued && queued.Source == cell.Source)
        {
            return queued.Done;
        }

        var asked = new WaitingCell(id, cell.Source, cell.Tags.Contains("raises-exception"));
        _queue.Enqueue(asked);
        Act(id, activity => activity.Status == CellStatus.Running ? activity : activity with { Status = CellStatus.Queued });
        if (!_isPumping)
        {
            _isPumping = true;
            _ = Task.Run(PumpAsync);
        }

        return asked.Done;
    }

    private void DropQueue()
    {
        while (_queue.TryDequeue(out var dropped))
        {
            Act(dropped.Id, activity => activity.Status == CellStatus.Queued ? activity with { Status = CellStatus.Idle } : activity);
            dropped.End();
        }
    }

    private async Task PumpAsync()
    {
        while (await BeginAsync().ConfigureAwait(false) is ({ } slot, { } cell))
        {
            var running = slot.Session.RunAsync(cell.Source, output => Show(cell, output), cell.Stop.Token);
            await Task.WhenAny(running, slot.Replaced).ConfigureAwait(false);
            Change(() => End(slot, cell, running.IsCompletedSuccessfully ? running.Result : null));
            cell.End();
        }
    }

    // The next cell, in a session that is ready for it; none when the queue is empty.
    private async Task<(NotebookSession?, WaitingCell?)> BeginAsync()
    {
        while (true)
        {
            NotebookSession? slot = null;
            Change(() => slot = SessionForCells());
            if (slot is null)
            {
                return default;
            }

            await Task.WhenAny(slot.Session.Ready, slot.Replaced).ConfigureAwait(false);
            WaitingCell? cell = null;
            Change(() => cell = slot == _slot && _queue.TryDequeue(out var next) ? Begin(slot, next) : null);
            if (cell is not null)
            {
                return (slot, cell);
            }
        }
    }

    // A session for the queue, a new one if the last is dead. None when there is nothing to run, or nothing that can run it.
    private NotebookSession? SessionForCells()
    {
        if (_queue.Count > 0 && _slot is null)
        {
            StartSession();
        }

        if (_queue.Count == 0 || _slot is null)
        {
            DropQueue();
            _isPumping = false;
            return null;
        }

        return _slot;
    }

    private WaitingCell Begin(NotebookSession slot, WaitingCell next)
    {
        var cell = next with { Number = ++slot.Count };
        _running = cell;
        Act(cell.Id, activity => activity with
        {
            Outputs = ShownOutputs.None,
            ExecutionCount = cell.Number,
            Status = CellStatus.Running,
            Run = cell,
            LastRun = _options.Clock.GetLocalNow(),
            Duration = null,
        });
        return cell;
    }

    private void Show(WaitingCell cell, CellOutput output) => Change(() =>
    {
        if (output is CellOutput.UpdateDisplayData(var data, var displayId))
        {
            foreach (var id in _activity.Keys.ToList())
            {
                Act(id, activity => activity with { Outputs = activity.Outputs.Update(displayId, data) });
            }
        }
        else if (ActivityOf(cell.Id).Run == cell)
        {
            Act(cell.Id, activity => activity with { Outputs = activity.Outputs.Show(output, cell.Number) });
        }

        Touch();
    });

    // Without a result, a restart has ended it.
    private void End(NotebookSession slot, WaitingCell cell, CellResult? result)
    {
        _running = null;
        _input = null;
        var goesOn = result is CellResult.Success || (result is CellResult.Failed && cell.MayRaiseException);
        if (ActivityOf(cell.Id) is var activity && activity.Run == cell)
        {
            Act(cell.Id, _ => activity with
            {
                Outputs = result?.Failure is { } error ? activity.Outputs.Show(error) : activity.Outputs,
                Status = _queue.Any(waiting => waiting.Id == cell.Id) ? CellStatus.Queued
                    : goesOn || result is null ? CellStatus.Idle : CellStatus.Failed,
                HasRun = slot == _slot && result is not CellResult.Died,
                Duration = _options.Clock.GetLocalNow() - activity.LastRun,
            });
        }

        if (slot == _slot && result is not null)
        {
            var names = _names.Of(cell.Source);
            var compiled = result is not CellResult.Failed { Error.Name: "CompileError" };
            HashSet<string> defines = [.. names.Directives, .. compiled ? names.Defines : Enumerable.Empty<string>()];
            slot.Past.Add(new CellRun(cell.Number, cell.Id, cell.Source, defines));
            if (!goesOn)
            {
                DropQueue();
            }

            if (result is CellResult.Died died)
            {
                Bury(slot, died.Error);
            }
        }

        Touch();
    }
}
