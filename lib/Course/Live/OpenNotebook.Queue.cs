using NotebookSession;

namespace Course.Live;

/// <summary>The queue: cells wait here for the one before, and for a session.</summary>
public sealed partial class OpenNotebook
{
    private readonly Queue<WaitingCell> _queue = new();
    private WaitingCell? _running;
    private bool _isPumping;

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
    private async Task<(SessionSlot?, WaitingCell?)> BeginAsync()
    {
        while (true)
        {
            SessionSlot? slot = null;
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
    private SessionSlot? SessionForCells()
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
}
