using NotebookSession.Documents;
using NotebookSession.Notebooks;

namespace NotebookSession.Tests.Notebooks;

public sealed class RunningNotebooks : IAsyncDisposable
{
    private readonly ScriptedSession _session = new();

    [Fact]
    public async Task Cells_run_from_the_top_and_are_numbered()
    {
        var notebook = Book("print a", "  ", "print b");
        notebook.Add(new MarkdownCell("print c"));

        var run = await RunAsync(notebook);

        Assert.Equal(["print a", "print b"], _session.Ran);
        Assert.Equal([1, null, 2], notebook.CodeCells.Select(cell => cell.ExecutionCount));
        Assert.Equal((2, 2, null), (run.Cells.Count, run.Count, run.Failure));
        Assert.Equal("b", OutputOf(notebook, 2));
    }

    [Fact]
    public async Task The_first_failure_ends_the_run_and_old_outputs_below_are_gone()
    {
        var notebook = Book("print a", "fail boom", "print c");
        await RunAsync(Book("print old"));
        notebook.CodeCells.Last().ExecutionCount = 7;
        notebook.CodeCells.Last().Outputs.Add(OutputJson.Write(new CellOutput.Stream("stdout", "old")));

        var run = await RunAsync(notebook);

        Assert.Equal((2, "boom"), (run.Failure!.Number, run.Failure.Result.Failure!.Message));
        Assert.Equal("a", OutputOf(notebook, 0));
        Assert.Equal("boom", Assert.IsType<CellOutput.Error>(ShownOutputs.Of(notebook.CodeCells.ElementAt(1).Outputs).Items[0]).Failure.Message);
        Assert.Empty(notebook.CodeCells.Last().Outputs);
        Assert.Null(notebook.CodeCells.Last().ExecutionCount);
    }

    [Fact]
    public async Task A_cell_tagged_raises_exception_may_fail()
    {
        var notebook = new Notebook();
        notebook.Add(new CodeCell("fail on purpose", tags: ["raises-exception"]));
        notebook.Add(new CodeCell("print after"));

        var run = await RunAsync(notebook);

        Assert.Null(run.Failure);
        Assert.IsType<CellResult.Failed>(run.Cells[0].Result);
        Assert.Equal("after", OutputOf(notebook, 1));
    }

    [Fact]
    public async Task A_cell_that_takes_too_long_is_stopped_and_the_error_says_so_even_where_exceptions_are_allowed()
    {
        var notebook = new Notebook();
        notebook.Add(new CodeCell("wait", tags: ["raises-exception"]));
        notebook.Add(new CodeCell("print after"));

        var run = await new NotebookRunner(_session) { Timeout = TimeSpan.FromSeconds(0.1) }.RunAsync(notebook, null, TestContext.Current.CancellationToken);

        Assert.Equal(1, run.Failure!.Number);
        Assert.IsType<CellResult.Stopped>(run.Failure.Result);
        Assert.Contains("longer than the 0.1 s", run.Failure.Result.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal("waiting", OutputOf(notebook, 0));
    }

    [Fact]
    public async Task A_run_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        var running = new NotebookRunner(_session).RunAsync(Book("wait", "print b"), null, stop.Token);

        await stop.CancelAsync();
        var run = await running;

        Assert.Equal("stopped", run.Failure!.Result.Failure!.Message);
        Assert.Equal(["wait"], _session.Ran);
    }

    [Fact]
    public async Task Progress_tells_when_a_cell_begins_and_when_it_ends()
    {
        var told = new List<string>();

        await new NotebookRunner(_session).RunAsync(
            Book("print a", "fail b", "print c"),
            p => told.Add($"{p.Number}/{p.Count} {p.Cell.Source} {p.Ended?.Result.GetType().Name}".Trim()),
            TestContext.Current.CancellationToken);

        Assert.Equal(["1/3 print a", "1/3 print a Success", "2/3 fail b", "2/3 fail b Failed"], told);
    }

    [Fact]
    public async Task Cells_tagged_skip_execution_are_left_out()
    {
        var notebook = new Notebook();
        notebook.Add(new CodeCell("fail", tags: ["skip-execution"]));

        Assert.Empty((await RunAsync(notebook)).Cells);
    }

    private static Notebook Book(params string[] sources)
    {
        var notebook = new Notebook();
        Array.ForEach(sources, source => notebook.Add(new CodeCell(source)));
        return notebook;
    }

    private static string OutputOf(Notebook notebook, int cell) =>
        ((CellOutput.Stream)OutputJson.Read(notebook.CodeCells.ElementAt(cell).Outputs[0]!.AsObject())).Text;

    private Task<NotebookRun> RunAsync(Notebook notebook) => new NotebookRunner(_session).RunAsync(notebook, null, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
