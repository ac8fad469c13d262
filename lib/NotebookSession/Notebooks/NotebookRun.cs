using NotebookSession.Documents;

namespace NotebookSession.Notebooks;

/// <summary>One cell's run.</summary>
/// <param name="Number">Its number among the cells that are run, from 1: what stands in the brackets beside it.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Time">How long it ran.</param>
/// <param name="Result">How it ended.</param>
public sealed record CellRun(int Number, CodeCell Cell, TimeSpan Time, CellResult Result)
{
    /// <summary>Whether the notebook cannot go on: only an exception that the lesson allows lets it.</summary>
    public bool EndsNotebook => !Result.GoesOn(Cell.MayRaiseException);
}

/// <summary>A notebook's run: the cells that ran, of <paramref name="Count"/>.</summary>
public sealed record NotebookRun(IReadOnlyList<CellRun> Cells, int Count, TimeSpan Time)
{
    /// <summary>The cell that ended the run before its end; null if all went well.</summary>
    public CellRun? Failure => Cells is [.., { EndsNotebook: true } last] ? last : null;
}

/// <summary>How far a run is: <paramref name="Ended"/> is null when the cell begins.</summary>
public sealed record RunProgress(int Number, int Count, CodeCell Cell, CellRun? Ended = null);
