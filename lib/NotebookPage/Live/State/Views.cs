using System.Collections.Immutable;
using NotebookPage.Live.Editing;

namespace NotebookPage.Live.State;

/// <summary>A state as tabs see it.</summary>
internal static class Views
{
    public static NotebookView View(this NotebookState now, NamesOfCells names)
    {
        var stale = now.Slot is null ? ImmutableDictionary<string, string>.Empty : names.Stale(now.Text, now.Slot.Past);
        return new NotebookView([.. now.Text.Cells.Select(cell => View(now, cell, stale))], now.SessionNow(), now.Saving)
        {
            Undo = now.History.Undoable,
            Redo = now.History.Redoable,
            IsTrusted = now.IsTrusted,
            Input = now.Slot?.Input,
            Repairs = now.Repairs,
        };
    }

    private static LiveCell View(NotebookState now, CellText cell, IReadOnlyDictionary<string, string> stale)
    {
        var activity = now.ActivityOf(cell.Id);
        var shown = activity.Before ?? activity;
        return new LiveCell(cell.Id, cell.Kind, cell.Source)
        {
            Tags = cell.Tags,
            Attachments = cell.Attachments,
            Outputs = shown.Outputs.Items,
            ExecutionCount = activity.ExecutionCount,
            Status = activity.Status,
            HasRun = activity.HasRun,
            Stale = stale.GetValueOrDefault(cell.Id),
            LastRun = activity.LastRun,
            Duration = activity.Duration,
            IsTrusted = now.IsTrusted || shown.Run is not null,
            IsBefore = activity.Before is not null,
        };
    }
}
