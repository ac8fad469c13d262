namespace NotebookSession;

/// <summary>Ends a cell with an error that is already told in the student's terms, from however deep an import.</summary>
internal sealed class CellException(CellError error) : Exception(error.Message)
{
    public CellException(string name, string message)
        : this(new CellError(name, message, [$"{name}: {message}"]))
    {
    }

    public CellError Error { get; } = error;

    /// <summary>Whether the cell itself threw what says that it was cancelled.</summary>
    public bool IsCancellation { get; init; }
}
