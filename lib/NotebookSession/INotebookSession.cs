namespace NotebookSession;

/// <summary>
/// Runs cells one after the other, with state kept between them, in this process or in another; and helps to write them, also while
/// one runs. Help that is not there in time, or that a dead session can't give, is empty; it never throws and never hangs.
/// </summary>
public interface INotebookSession : IAsyncDisposable
{
    /// <summary>Completes when the first cell can run at once; a cell may be sent earlier, and then waits.</summary>
    Task Ready { get; }

    /// <summary>Completes when the session is gone, with the reason.</summary>
    Task<CellError> Ended { get; }

    /// <summary>Raised when the running cell waits for a line; null when it waits no longer. If nobody listens, its input has ended.</summary>
    event Action<InputRequest?>? InputWanted;

    /// <summary>Gives the waiting cell its line; null ends its input.</summary>
    void Answer(string? line);

    /// <summary>Runs one cell. Never throws for what the cell does: that is in the result.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="show">
    /// Receives every output as it comes, one at a time, in order; also after the cell has ended, if a thread that it
    /// started still writes.
    /// </param>
    /// <param name="stop">Stops the cell, even in an endless loop.</param>
    Task<CellResult> RunAsync(CellRequest cell, Action<CellOutput> show, CancellationToken stop = default);

    /// <summary>What may stand at a position of a cell.</summary>
    Task<Completions> CompleteAsync(string code, int position, CancellationToken stop = default);

    /// <summary>What stands at a position: declaration and documentation; null if nothing is known.</summary>
    Task<string?> DescribeAsync(string code, int position, CancellationToken stop = default);

    /// <summary>The methods whose call is being written at a position, the likeliest first.</summary>
    Task<IReadOnlyList<Signature>> SignaturesAsync(string code, int position, CancellationToken stop = default);

    /// <summary>All places that mean what the name at a position means; none if it isn't declared in the notebook.</summary>
    /// <param name="notebook">The code cells from the top, run or not, with a line <c>#!csharp</c> between two.</param>
    /// <param name="position">The place in that text, as are those of the answer.</param>
    /// <param name="stop">Ends the search.</param>
    Task<IReadOnlyList<NameReference>> ReferencesAsync(string notebook, int position, CancellationToken stop = default);

    /// <summary>The memory that the session's process takes, in bytes; null if it can't be told now.</summary>
    Task<long?> MemoryAsync(CancellationToken stop = default);

    /// <summary>What is wrong with a cell, were it run now.</summary>
    Task<IReadOnlyList<CodeProblem>> DiagnoseAsync(string code, CancellationToken stop = default);
}

/// <summary>Running a cell that is nothing but its text.</summary>
public static class RunningText
{
    /// <inheritdoc cref="INotebookSession.RunAsync"/>
    public static Task<CellResult> RunAsync(this INotebookSession session, string code, Action<CellOutput> show, CancellationToken stop = default) =>
        session.RunAsync(new CellRequest(code), show, stop);
}
