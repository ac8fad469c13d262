using NotebookSession.Errors;
using NotebookSession.Showing;

namespace NotebookSession.Running;

/// <summary>Runs code of a cell, in whatever language: it can be stopped, its errors are told, its value is shown.</summary>
internal sealed class Execution
{
    private readonly MemoryReserve _reserve = new();

    /// <summary>A cell begins.</summary>
    public void Begin() => _reserve.Hold();

    /// <summary>Runs code that has been compiled, in the context that the cell before has ended with.</summary>
    /// <exception cref="CellException">It failed; the error names place and cause.</exception>
    public async Task RunAsync(Func<Task> body, CellScope cell)
    {
        try
        {
            await Stoppable.RunAsync(RunInContextAsync, cell).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not CellException && (error is not TimeoutException || !cell.Abort.IsCancellationRequested))
        {
            if (error is OutOfMemoryException)
            {
                _reserve.Release();
            }

            throw new CellException(RuntimeErrors.Report(error, cell.Name, cell.LineOf)) { IsCancellation = error is OperationCanceledException };
        }

        async Task RunInContextAsync()
        {
            if (cell.Session.Context is { } lasting)
            {
                ExecutionContext.Restore(lasting);
                cell.Enter();
            }

            await body();
        }
    }

    /// <summary>Shows the value that a part of a cell has ended with.</summary>
    public static void Show(object? value, CellScope cell, bool isResult)
    {
        var bundle = Mime.Bundle(value, cell.Session.Options);
        cell.Outputs.Show(isResult ? new CellOutput.ExecuteResult(bundle) : new CellOutput.DisplayData(bundle));
    }
}
