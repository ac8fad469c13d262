using NotebookSession;
using NotebookSession.Documents;

namespace NotebookPage.Live.State;

/// <summary>What becomes of a cell while it runs.</summary>
internal static class CellRuns
{
    /// <summary>With the queue's first cell running in a session, if that session is still the notebook's.</summary>
    public static NotebookState Begin(this NotebookState now, SessionSlot slot, DateTimeOffset time)
    {
        if (!slot.IsSame(now.Slot) || now.Queue.IsEmpty)
        {
            return now;
        }

        var cell = now.Queue[0] with { Number = now.Slot!.Sent + 1 };
        return (now with { Queue = now.Queue.RemoveAt(0), Running = cell, Slot = now.Slot with { Sent = cell.Number } })
            .Act(cell.Id, activity => activity with
            {
                Outputs = ShownOutputs.None,
                Before = (activity.Before ?? activity) with { Before = null },
                ExecutionCount = cell.Number,
                Status = CellStatus.Running,
                Run = cell,
                LastRun = time,
                Duration = null,
            });
    }

    /// <summary>With an output more, or other outputs than before.</summary>
    public static NotebookState Show(this NotebookState now, WaitingCell cell, CellOutput output) => (output switch
    {
        CellOutput.UpdateDisplayData(var data, var displayId) => now.Activity.Keys.Aggregate(
            now, (state, id) => state.Act(id, activity => activity with { Outputs = activity.Outputs.Update(displayId, data) })),
        _ when now.ActivityOf(cell.Id).Run == cell => now.Act(
            cell.Id, activity => activity with { Outputs = activity.Outputs.Show(Numbered(output, cell)), Before = null }),
        _ => now,
    }).Touched();

    /// <summary>With the running cell at its end. Without a result, a restart has ended it.</summary>
    public static NotebookState End(
        this NotebookState now, SessionSlot slot, WaitingCell cell, CellResult? result, PastRun run, DateTimeOffset time)
    {
        var isThere = slot.IsSame(now.Slot);
        var goesOn = result?.GoesOn(cell.MayRaiseException) == true;
        var ended = now.In(slot, session => session with { Input = null }) with { Running = null };
        if (now.ActivityOf(cell.Id).Run == cell)
        {
            ended = ended.Act(cell.Id, activity => activity with
            {
                Outputs = result?.Failure is { } error ? activity.Outputs.Show(new CellOutput.Error(error)) : activity.Outputs,
                Status = now.Queue.Exists(waiting => waiting.Id == cell.Id) ? CellStatus.Queued
                    : goesOn || result is null ? CellStatus.Idle : CellStatus.Failed,
                HasRun = isThere && result is not CellResult.Died,
                Before = null,
                Duration = time - activity.LastRun,
            });
        }

        if (isThere && result is not null)
        {
            ended = ended with { Slot = ended.Slot! with { Past = ended.Slot.Past.Add(run) } };
            ended = goesOn ? ended : ended.Emptied();
            ended = result is CellResult.Died died ? ended.Bury(slot, died.Error) : ended;
        }

        return ended.Touched();
    }

    private static CellOutput Numbered(CellOutput output, WaitingCell cell) =>
        output is CellOutput.ExecuteResult result ? result with { Count = cell.Number } : output;
}
