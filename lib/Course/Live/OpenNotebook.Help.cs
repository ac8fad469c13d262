using NotebookSession;

namespace Course.Live;

/// <summary>Help with writing cells. Without a session, or when it takes too long, there is none.</summary>
public sealed partial class OpenNotebook
{
    /// <summary>What may stand at a position of a text that may not be the cell's yet.</summary>
    public Task<Completions> CompleteAsync(string source, int position, CancellationToken stop = default) =>
        _slot?.Session.CompleteAsync(source, position, stop) ?? Task.FromResult(new Completions(position, position, []));

    /// <summary>What stands at a position; null if nothing is known.</summary>
    public Task<string?> DescribeAsync(string source, int position, CancellationToken stop = default) =>
        _slot?.Session.DescribeAsync(source, position, stop) ?? Task.FromResult<string?>(null);

    /// <summary>The methods whose call is being written at a position, the likeliest first.</summary>
    public Task<IReadOnlyList<Signature>> SignaturesAsync(string source, int position, CancellationToken stop = default) =>
        _slot?.Session.SignaturesAsync(source, position, stop) ?? Task.FromResult<IReadOnlyList<Signature>>([]);

    /// <summary>What is wrong with a cell's text. Names that a cell above declares that hasn't run are no errors, but
    /// information that says which cell to run first.</summary>
    public async Task<IReadOnlyList<CodeProblem>> DiagnoseAsync(string id, string source, CancellationToken stop = default)
    {
        var problems = await (_slot?.Session.DiagnoseAsync(source, stop) ?? Task.FromResult<IReadOnlyList<CodeProblem>>([])).ConfigureAwait(false);
        lock (_gate)
        {
            var above = _text.Cells.TakeWhile(cell => cell.Id != id)
                .Where(cell => cell.IsRunnable && !ActivityOf(cell.Id).HasRun).Select(cell => _names.Of(cell.Source));
            return NotYetRun.Explain(problems, [.. above]);
        }
    }
}
