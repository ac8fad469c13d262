using NotebookSession.Documents;

namespace NotebookPage.Live.State;

/// <summary>The queue: cells wait here for the one before, and for a session.</summary>
internal static class Queueing
{
    /// <summary>With a cell at the queue's end, unless it waits already with the same text. Cells without code are passed over.</summary>
    public static NotebookState Enqueue(this NotebookState now, string id)
    {
        if (now.Text.Find(id) is not { IsRunnable: true } cell || now.Queue.Find(waiting => waiting.Id == id)?.Source == cell.Source)
        {
            return now;
        }

        var asked = new WaitingCell(id, cell.Source, cell.Code, CodeCell.MayRaise(cell.Tags));
        return (now with { Queue = now.Queue.Add(asked), IsPumping = true })
            .Act(id, activity => activity.Status == CellStatus.Running ? activity : activity with { Status = CellStatus.Queued });
    }

    /// <summary>With an empty queue.</summary>
    public static NotebookState Emptied(this NotebookState now) => now.Queue.Aggregate(
        now with { Queue = [] },
        (state, dropped) => state.Act(
            dropped.Id, activity => activity.Status == CellStatus.Queued ? activity with { Status = CellStatus.Idle } : activity));

    /// <summary>At rest, if there is nothing to run, or nothing that can run it.</summary>
    public static NotebookState Rested(this NotebookState now) =>
        now.Queue.IsEmpty || now.Slot is null ? now.Emptied() with { IsPumping = false } : now;

    /// <summary>The cells that wait or run.</summary>
    public static IEnumerable<WaitingCell> Unfinished(this NotebookState now) =>
        now.Running is null ? now.Queue : now.Queue.Prepend(now.Running);
}
