using NotebookKernel.Execution;
using NotebookKernel.Execution.Editing;

namespace NotebookKernel.Running;

/// <summary>
/// A session as an editor needs it: beside running cells it helps to write them, also while one runs. Help that is not
/// there in time, or that a dead session can't give, is empty; it never throws and never hangs.
/// </summary>
public interface INotebookSession : ICellRunner
{
    /// <summary>Completes when the session is gone, with the reason.</summary>
    Task<CellError> Ended { get; }

    /// <summary>Raised when the running cell waits for a line; null when it waits no longer.</summary>
    event Action<InputRequest?>? InputWanted;

    /// <summary>Gives the waiting cell its line; null ends its input.</summary>
    void Answer(string? line);

    /// <summary>What may stand at a position of a cell.</summary>
    Task<Completions> CompleteAsync(string code, int position, CancellationToken stop = default);

    /// <summary>What stands at a position: declaration and documentation; null if nothing is known.</summary>
    Task<string?> DescribeAsync(string code, int position, CancellationToken stop = default);

    /// <summary>The methods whose call is being written at a position, the likeliest first.</summary>
    Task<IReadOnlyList<Signature>> SignaturesAsync(string code, int position, CancellationToken stop = default);

    /// <summary>What is wrong with a cell, were it run now.</summary>
    Task<IReadOnlyList<CodeProblem>> DiagnoseAsync(string code, CancellationToken stop = default);
}
