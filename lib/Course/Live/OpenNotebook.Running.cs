using NotebookKernel.Execution.Editing;

namespace Course.Live;

/// <summary>
/// Running. Cells are queued with the text they have when asked for and run one after the other; a cell that fails and isn't tagged
/// <c>raises-exception</c> empties the queue. Each task completes when its cells have run or have been dropped from the queue.
/// </summary>
public sealed partial class OpenNotebook
{
    /// <summary>Runs cells, in the order given. Cells without code are passed over.</summary>
    public Task RunAsync(params IEnumerable<string> ids) => throw new NotImplementedException();

    /// <summary>Runs a cell and names the next one, for the page to go to: a new one if there is none.</summary>
    public string RunAndAdvance(string id, string? by = null) => throw new NotImplementedException();

    /// <summary>Runs all cells, from the top.</summary>
    public Task RunAllAsync() => throw new NotImplementedException();

    /// <summary>Runs the cells above this one.</summary>
    public Task RunAboveAsync(string id) => throw new NotImplementedException();

    /// <summary>Runs this cell and those below.</summary>
    public Task RunBelowAsync(string id) => throw new NotImplementedException();

    /// <summary>Runs the stale cells, and what they need, from the top.</summary>
    public Task RunStaleAsync() => throw new NotImplementedException();

    /// <summary>Stops the running cell and empties the queue. A cell that can't be stopped is ended with its session.</summary>
    public void Interrupt() => throw new NotImplementedException();

    /// <summary>Ends the session and starts another; outputs stay. Completes when cells can run.</summary>
    public Task RestartAsync() => throw new NotImplementedException();

    /// <summary>Restarts, removes all outputs and runs all cells.</summary>
    public Task RestartAndRunAllAsync() => throw new NotImplementedException();

    /// <summary>Answers the running cell's question; null ends its input.</summary>
    public void Answer(string? line) => throw new NotImplementedException();

    /// <summary>What may stand at a position of a text that may not be the cell's yet.</summary>
    public Task<Completions> CompleteAsync(string source, int position, CancellationToken stop = default) => throw new NotImplementedException();

    /// <summary>What stands at a position; null if nothing is known.</summary>
    public Task<string?> DescribeAsync(string source, int position, CancellationToken stop = default) => throw new NotImplementedException();

    /// <summary>What is wrong with a cell's text. Names that a cell above declares that hasn't run are no errors, but
    /// information that says which cell to run first.</summary>
    public Task<IReadOnlyList<CodeProblem>> DiagnoseAsync(string id, string source, CancellationToken stop = default) => throw new NotImplementedException();
}
