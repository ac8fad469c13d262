using NotebookSession.Showing;

namespace NotebookSession.InCell;

/// <summary>The cell that the calling code runs in.</summary>
public static class Cell
{
    /// <summary>
    /// Is cancelled when the cell is stopped. Code that watches it can end by itself and keep what it has, for a
    /// moment; code that doesn't is stopped wherever it is.
    /// </summary>
    public static CancellationToken Stop => CellScope.Current?.Stop ?? CancellationToken.None;
}
