namespace Course.Live;

/// <summary>Editing. Operations on a cell that is gone (another tab deleted it) do nothing.</summary>
public sealed partial class OpenNotebook
{
    /// <summary>Replaces a cell's text.</summary>
    /// <param name="id">The cell.</param>
    /// <param name="source">The whole text.</param>
    /// <param name="by">Who does it; <see cref="NotebookChange.Cell"/> names it again.</param>
    public void Edit(string id, string source, string? by = null) => throw new NotImplementedException();

    /// <summary>Inserts a cell; without <paramref name="id"/>, at the top. Returns the new cell's id.</summary>
    public string InsertAbove(string? id, CellKind kind = CellKind.Code, string source = "", string? by = null) => throw new NotImplementedException();

    /// <summary>Inserts a cell; without <paramref name="id"/>, at the end. Returns the new cell's id.</summary>
    public string InsertBelow(string? id, CellKind kind = CellKind.Code, string source = "", string? by = null) => throw new NotImplementedException();

    /// <summary>Deletes a cell.</summary>
    public void Delete(string id, string? by = null) => throw new NotImplementedException();

    /// <summary>Moves a cell by a number of places, up if negative.</summary>
    public void Move(string id, int places, string? by = null) => throw new NotImplementedException();

    /// <summary>Makes it code, Markdown or raw.</summary>
    public void ChangeKind(string id, CellKind kind, string? by = null) => throw new NotImplementedException();

    /// <summary>Cuts a cell in two at a position; the first part keeps the id. Returns the second part's id.</summary>
    public string? Split(string id, int position, string? by = null) => throw new NotImplementedException();

    /// <summary>Appends the next cell to this one.</summary>
    public void MergeBelow(string id, string? by = null) => throw new NotImplementedException();

    /// <summary>Takes back the last edit, in whichever cell. Deleted cells come back with their outputs.</summary>
    public void Undo() => throw new NotImplementedException();

    /// <summary>Does again what was taken back.</summary>
    public void Redo() => throw new NotImplementedException();

    /// <summary>Why <see cref="Reset"/> is not available; null if it is.</summary>
    public string? WhyNoReset => throw new NotImplementedException();

    /// <summary>Puts the lesson back to its original, without outputs. Can be undone.</summary>
    public void Reset() => throw new NotImplementedException();

    /// <summary>Removes a cell's outputs; without <paramref name="id"/>, all cells'.</summary>
    public void ClearOutputs(string? id = null) => throw new NotImplementedException();

    /// <summary>From now on, HTML and scripts of this notebook are shown as they are.</summary>
    public void Trust() => throw new NotImplementedException();
}
