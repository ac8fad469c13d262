namespace NotebookKernel.Execution;

/// <summary>Runs cells one after the other, with state kept between them: in this process or in another.</summary>
public interface ICellRunner : IAsyncDisposable
{
    /// <summary>Completes when the first cell can run at once; a cell may be sent earlier, and then waits.</summary>
    Task Ready => Task.CompletedTask;

    /// <summary>Runs one cell. Never throws for what the cell does: that is in the result.</summary>
    /// <param name="code">The cell's source, directives included.</param>
    /// <param name="show">
    /// Receives every output as it comes, one at a time, in order; also after the cell has ended, if a thread that it
    /// started still writes.
    /// </param>
    /// <param name="stop">Stops the cell, even in an endless loop.</param>
    Task<CellResult> RunAsync(string code, Action<CellOutput> show, CancellationToken stop = default);
}
