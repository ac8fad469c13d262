using NotebookPage.Live;

namespace Course.Tests.Live;

public sealed class RestartingSessions : LiveTest
{
    [Fact]
    public async Task Restarting_ends_what_runs_and_forgets_what_ran()
    {
        var notebook = OpenCells("print 1", "wait", "print 3");
        var all = notebook.Runs.RunAllAsync();
        await UntilAsync(notebook, view => view.Cell("b")!.Status == CellStatus.Running);
        await WithinAsync(notebook.Session.RestartAsync());
        await WithinAsync(all);

        Assert.True(Sessions[0].IsDisposed);
        Assert.Equal(("1\n", ""), (Text(notebook, "a"), Text(notebook, "c")));
        Assert.All(notebook.View.Cells, cell => Assert.Equal((CellStatus.Idle, false), (cell.Status, cell.HasRun)));
        await WithinAsync(notebook.Runs.RunAsync("c"));
        Assert.Equal(1, notebook.View.Cell("c")!.ExecutionCount);
    }

    [Fact]
    public async Task Restarting_and_running_all_gives_every_cell_its_number_from_the_top()
    {
        var notebook = OpenCells("print 1", "wait");
        _ = notebook.Runs.RunAsync("a", "b");
        await UntilAsync(notebook, view => view.Cell("b")!.Status == CellStatus.Running);
        var all = notebook.Runs.RestartAndRunAllAsync();
        await UntilAsync(notebook, view => Sessions.Count == 2 && view.Cell("b")!.Status == CellStatus.Running);
        Sessions[1].Go();
        await WithinAsync(all);

        Assert.Equal([1, 2], notebook.View.Cells.Select(cell => cell.ExecutionCount));
        Assert.All(notebook.View.Cells, cell => Assert.True(cell.HasRun));
    }

    [Fact]
    public async Task A_session_that_dies_is_told_and_the_next_run_starts_another()
    {
        var notebook = OpenCells("die", "print 2");
        await WithinAsync(notebook.Runs.RunAllAsync());

        Assert.Equal(new SessionState(SessionStatus.Dead, "out of luck"), notebook.View.Session);
        Assert.Equal(("out of luck", ""), (Text(notebook, "a"), Text(notebook, "b")));
        await WithinAsync(notebook.Runs.RunAsync("b"));
        Assert.Equal("2\n", Text(notebook, "b"));
    }

    [Fact]
    public async Task A_session_that_dies_while_nothing_runs_is_told_too()
    {
        var notebook = OpenCells("print 1");
        await WithinAsync(notebook.Runs.RunAsync("a"));
        Sessions[0].Die("killed");
        await UntilAsync(notebook, view => view.Session == new SessionState(SessionStatus.Dead, "killed"));

        Assert.False(notebook.View.Cell("a")!.HasRun);
    }
}
