using System.ComponentModel;
using NotebookSession.Showing;

namespace NotebookSession.InCell;

/// <summary>
/// A culture or an AsyncLocal that a cell sets lasts into the next one. A cell is an asynchronous method, at whose end
/// .NET forgets such values; so each cell calls this just before.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LastingContext
{
    /// <summary>Keeps the context that the cell ends in for the session's next cell.</summary>
    public static void Keep() => CellScope.Current?.Session.Context = ExecutionContext.Capture();
}
