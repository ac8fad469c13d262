using NotebookSession.Documents;

namespace NotebookSession.Notebooks;

/// <summary>One cell's run.</summary>
/// <param name="Number">Its number among the cells that are run, from 1: what stands in the brackets beside it.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Time">How long it ran.</param>
/// <param name="Result">How it ended.</param>
public sealed record CellRun(int Number, CodeCell Cell, TimeSpan Time, CellResult Result)
{
    /// <summary>Whether it went wrong: an exception that the cell's tag allows is fine.</summary>
    public bool HasFailed => !Result.GoesOn(Cell.MayRaiseException);
}

/// <summary>A notebook's run: the cells that ran, of <paramref name="Count"/>.</summary>
public sealed record NotebookRun(IReadOnlyList<CellRun> Cells, int Count, TimeSpan Time)
{
    /// <summary>The first cell that went wrong; null if all went well.</summary>
    public CellRun? Failure => Cells.FirstOrDefault(cell => cell.HasFailed);
}

/// <summary>How far a run is: <paramref name="Ended"/> is null when the cell begins.</summary>
public sealed record RunProgress(int Number, int Count, CodeCell Cell, CellRun? Ended = null);
