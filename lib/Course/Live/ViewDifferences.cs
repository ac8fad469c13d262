namespace Course.Live;

/// <summary>What changed from one view to the next.</summary>
internal static class ViewDifferences
{
    public static IEnumerable<NotebookChange> Between(NotebookView before, NotebookView now, string? by)
    {
        if (!before.Cells.Select(cell => cell.Id).SequenceEqual(now.Cells.Select(cell => cell.Id)))
        {
            yield return new NotebookChange.Cells(now, by);
        }
        else
        {
            foreach (var (old, cell) in before.Cells.Zip(now.Cells).Where(pair => pair.First != pair.Second))
            {
                yield return new NotebookChange.Cell(now, cell, Between(old, cell), by);
            }
        }

        if (before with { Cells = now.Cells } != now)
        {
            yield return new NotebookChange.Notebook(now);
        }
    }

    private static CellAspects Between(LiveCell old, LiveCell cell) =>
        When(old.Source != cell.Source, CellAspects.Source)
        | When(old.Kind != cell.Kind || old.Tags != cell.Tags, CellAspects.Kind)
        | When(old.Outputs != cell.Outputs, CellAspects.Outputs)
        | When(old.Status != cell.Status || old.ExecutionCount != cell.ExecutionCount || old.HasRun != cell.HasRun
            || old.LastRun != cell.LastRun || old.Duration != cell.Duration, CellAspects.Status)
        | When(old.Stale != cell.Stale, CellAspects.Stale)
        | When(old.IsTrusted != cell.IsTrusted, CellAspects.Trust);

    private static CellAspects When(bool differs, CellAspects what) => differs ? what : CellAspects.None;
}
