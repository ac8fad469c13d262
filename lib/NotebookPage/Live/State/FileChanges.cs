using System.Collections.Immutable;
using NotebookPage.Live.Editing;

namespace NotebookPage.Live.State;

/// <summary>What files bring: drafts, what other programs wrote, what was saved.</summary>
internal static class FileChanges
{
    /// <summary>With a draft that a crash left. If it was typed into another content of the file, both are there: a conflict.</summary>
    public static NotebookState Restore(this NotebookState now, Draft draft, string fileHash) => now with
    {
        History = now.History.Add("restore draft", now.Text),
        Text = draft.Text,
        Saving = new SaveState(IsDirty: true) { RestoredFrom = draft.Time, IsConflict = draft.Base != fileHash },
    };

    /// <summary>With the file's content in place of what was here; cells at work keep their outputs.</summary>
    public static NotebookState Load(
        this NotebookState now, NotebookText text, ImmutableDictionary<string, CellActivity> activity, IReadOnlyList<string> repairs, bool isTrusted)
    {
        var atWork = now.Activity.Where(entry => entry.Value.Status is CellStatus.Running or CellStatus.Queued);
        var hasRun = text.Cells.Where(cell => now.ActivityOf(cell.Id).HasRun);
        return hasRun.Aggregate(
            now with
            {
                History = now.History.Add("take the file's version", now.Text),
                Text = text,
                Activity = activity.SetItems(atWork),
                Repairs = repairs,
                IsTrusted = isTrusted,
                Saving = new SaveState(IsDirty: false) { LastSaved = now.Saving.LastSaved },
            },
            (state, cell) => state.Act(cell.Id, read => read with { HasRun = true }));
    }

    /// <summary>With what had that version in the file.</summary>
    public static NotebookState Saved(this NotebookState now, int version, DateTimeOffset time) => now with
    {
        Saving = new SaveState(IsDirty: now.Version != version) { LastSaved = time, RestoredFrom = now.Saving.RestoredFrom },
    };
}
