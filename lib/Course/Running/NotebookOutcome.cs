using NotebookSession.Documents;
using NotebookSession.Notebooks;

namespace Course.Running;

/// <summary>How one notebook's run came out.</summary>
/// <param name="Path">The notebook.</param>
/// <param name="Run">Its run.</param>
/// <param name="Differences">The cells whose outputs are not those in the file, if they were compared.</param>
internal sealed record NotebookOutcome(string Path, NotebookRun Run, IReadOnlyList<CellDifference> Differences)
{
    /// <summary>"ok", "failed" or "differs".</summary>
    public string Status => Run.Failure is not null ? "failed" : Differences.Count > 0 ? "differs" : "ok";
}

/// <summary>A cell whose outputs are not those in the file.</summary>
internal sealed record CellDifference(int Number, OutputDifference Difference)
{
    /// <summary>Compares a fresh run with the notebook as it was before.</summary>
    public static IReadOnlyList<CellDifference> Find(Notebook before, NotebookRun run)
    {
        var runnable = before.CodeCells.Where(cell => cell.IsRunnable);
        return [.. runnable.Zip(run.Cells)
            .Select(pair => (pair.Second.Number, Difference: OutputComparison.FirstDifference(pair.First, pair.Second.Cell)))
            .Where(pair => pair.Difference is not null)
            .Select(pair => new CellDifference(pair.Number, pair.Difference!))];
    }
}
