using NotebookPage.Live.State;
using NotebookSession;

namespace NotebookPage.Live;

/// <summary>Help with writing cells. Without a session, or when it takes too long, there is none.</summary>
public sealed class NotebookHelp
{
    private const string Border = "\n#!csharp\n"; // between two cells, as sessions want them

    private readonly NotebookHolder _state;

    internal NotebookHelp(NotebookHolder state) => _state = state;

    private INotebookSession? Session => _state.Now.Slot?.Session;

    /// <summary>What may stand at a position of a text that may not be the cell's yet.</summary>
    public Task<Completions> CompleteAsync(string source, int position, CancellationToken stop = default) =>
        Session?.CompleteAsync(source, position, stop) ?? Task.FromResult(new Completions(position, position, []));

    /// <summary>What stands at a position; null if nothing is known.</summary>
    public Task<string?> DescribeAsync(string source, int position, CancellationToken stop = default) =>
        Session?.DescribeAsync(source, position, stop) ?? Task.FromResult<string?>(null);

    /// <summary>The methods whose call is being written at a position, the likeliest first.</summary>
    public Task<IReadOnlyList<Signature>> SignaturesAsync(string source, int position, CancellationToken stop = default) =>
        Session?.SignaturesAsync(source, position, stop) ?? Task.FromResult<IReadOnlyList<Signature>>([]);

    /// <summary>All places of the notebook's code that mean what the name at a position of a cell means; none if it isn't declared there.</summary>
    public async Task<IReadOnlyList<PlaceInCell>> ReferencesAsync(string id, int position, CancellationToken stop = default)
    {
        var cells = _state.Now.Text.Cells.Where(cell => cell.Kind == CellType.Code).ToList();
        var starts = cells.Aggregate((List<int>)[0], (all, cell) => [.. all, all[^1] + cell.Source.Length + Border.Length]);
        var at = cells.FindIndex(cell => cell.Id == id);
        var found = at < 0 || Session is not { } session ? []
            : await session.ReferencesAsync(string.Join(Border, cells.Select(cell => cell.Source)), starts[at] + position, stop).ConfigureAwait(false);
        return [.. found.Select(place =>
        {
            var of = starts.FindLastIndex(start => start <= place.Start);
            return new PlaceInCell(cells[of].Id, place.Start - starts[of], place.Length, place.IsDeclaration);
        })];
    }

    /// <summary>What is wrong with a cell's text. Names that a cell above declares that hasn't run are no errors, but
    /// information that says which cell to run first.</summary>
    public async Task<IReadOnlyList<CodeProblem>> DiagnoseAsync(string id, string source, CancellationToken stop = default)
    {
        var problems = await (Session?.DiagnoseAsync(source, stop) ?? Task.FromResult<IReadOnlyList<CodeProblem>>([])).ConfigureAwait(false);
        var now = _state.Now;
        var above = now.Text.Cells.TakeWhile(cell => cell.Id != id)
            .Where(cell => cell.IsRunnable && !now.ActivityOf(cell.Id).HasRun).Select(cell => _state.Names.Of(cell.Source));
        return NotYetRun.Explain(problems, [.. above]);
    }
}
