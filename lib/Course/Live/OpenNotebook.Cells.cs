using NotebookSession;
using NotebookSession.Documents;

namespace Course.Live;

/// <summary>What becomes of a cell while it runs.</summary>
public sealed partial class OpenNotebook
{
    private WaitingCell Begin(SessionSlot slot, WaitingCell next)
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
    private void End(SessionSlot slot, WaitingCell cell, CellResult? result)
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
            slot.Past.Add(new PastRun(cell.Number, cell.Id, cell.Source, defines));
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
