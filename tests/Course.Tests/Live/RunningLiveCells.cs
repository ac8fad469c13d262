using NotebookPage.Components;
using NotebookPage.Live;

namespace Course.Tests.Live;

public sealed class RunningLiveCells : LiveTest
{
    [Fact]
    public async Task Cells_run_in_order_and_show_as_they_run()
    {
        var notebook = OpenCells("print 1\nwait\nprint 2", "# text", "print 3", " ");
        var all = notebook.Runs.RunAllAsync();
        await UntilAsync(notebook, _ => Text(notebook, "a") == "1\n");

        Assert.Equal((CellStatus.Running, CellStatus.Queued), (Status(notebook, "a"), Status(notebook, "c")));
        await UntilAsync(notebook, view => view.Session.Status == SessionStatus.Busy);
        Sessions[0].Go();
        await WithinAsync(all);

        Assert.Equal(("1\n2\n", "3\n"), (Text(notebook, "a"), Text(notebook, "c")));
        Assert.Equal([1, null, 2, null], notebook.View.Cells.Select(cell => cell.ExecutionCount));
        Assert.Equal((CellStatus.Idle, true), (Status(notebook, "a"), notebook.View.Cell("a")!.HasRun));
        Assert.NotNull(notebook.View.Cell("a")!.Duration);
        await UntilAsync(notebook, view => view.Session.Status == SessionStatus.Idle);
    }

    [Fact]
    public async Task A_cell_that_does_not_change_is_not_another_one_and_so_is_not_drawn_again()
    {
        var notebook = OpenCells("print 1", "# text", "print 2");
        await WithinAsync(notebook.Runs.RunAsync("c"));
        var before = notebook.View;
        await WithinAsync(notebook.Runs.RunAsync("a"));

        Assert.NotEqual(before.Cell("a"), notebook.View.Cell("a"));
        Assert.Equal(before.Cells.Skip(1), notebook.View.Cells.Skip(1));
    }

    [Fact]
    public async Task A_cell_that_fails_empties_the_queue()
    {
        var notebook = OpenCells("fail x", "print 2");
        await WithinAsync(notebook.Runs.RunAllAsync());

        Assert.Equal((CellStatus.Failed, CellStatus.Idle), (Status(notebook, "a"), Status(notebook, "b")));
        Assert.Equal(("fail x", ""), (Text(notebook, "a"), Text(notebook, "b")));
        Assert.False(notebook.View.Cell("b")!.HasRun);
    }

    [Fact]
    public async Task A_queued_cell_runs_with_the_text_that_it_had_when_it_was_asked_to()
    {
        var notebook = OpenCells("wait", "print 1");
        var all = notebook.Runs.RunAllAsync();
        notebook.Cells.Edit("b", "half type");
        Sessions[0].Go();
        await WithinAsync(all);

        Assert.Equal("1\n", Text(notebook, "b"));
        Assert.Equal("edited since it ran", notebook.View.Cell("b")!.Stale);
    }

    [Fact]
    public async Task Interrupting_stops_the_running_cell_and_empties_the_queue()
    {
        var notebook = OpenCells("print 1\nwait", "print 2");
        var all = notebook.Runs.RunAllAsync();
        await UntilAsync(notebook, _ => Text(notebook, "a") == "1\n");
        notebook.Runs.Interrupt();
        await WithinAsync(all);

        Assert.Equal(("1\nstopped", ""), (Text(notebook, "a"), Text(notebook, "b")));
        Assert.Equal((CellStatus.Failed, CellStatus.Idle), (Status(notebook, "a"), Status(notebook, "b")));
        Assert.Single(Sessions);
    }

    [Fact]
    public async Task A_cell_asks_and_is_answered()
    {
        var notebook = OpenCells("ask name?");
        var run = notebook.Runs.RunAsync("a");
        await UntilAsync(notebook, view => view.Input?.Prompt == "name?");
        notebook.Session.Answer("Ada");
        await WithinAsync(run);

        Assert.Equal(("Ada\n", null), (Text(notebook, "a"), notebook.View.Input));
    }

    [Fact]
    public async Task Displays_are_updated_in_other_cells_and_output_is_cleared()
    {
        var notebook = OpenCells("show d old", "update d new", "print x\nclear\nprint y");
        await WithinAsync(notebook.Runs.RunAllAsync());

        Assert.Equal(("new", "", "y\n"), (Text(notebook, "a"), Text(notebook, "b"), Text(notebook, "c")));
    }

    [Fact]
    public async Task Cells_above_and_below_are_run()
    {
        var notebook = OpenCells("print 1", "print 2", "print 3");
        await WithinAsync(notebook.Runs.RunAboveAsync("b"));
        Assert.Equal([true, false, false], notebook.View.Cells.Select(cell => cell.HasRun));

        await WithinAsync(notebook.Runs.RunBelowAsync("c"));
        Assert.Equal([true, false, true], notebook.View.Cells.Select(cell => cell.HasRun));
    }

    [Fact]
    public async Task Running_the_last_cell_makes_a_new_one_to_go_to()
    {
        var notebook = OpenCells("print 1", "print 2");

        var commands = new Commands(notebook, new Clipboard());
        Assert.Equal(new Next("b"), await commands.DoAsync("run-advance", "a"));
        Assert.Equal(await commands.DoAsync("run-advance", "b"), new Next(notebook.View.Cells[2].Id, Edit: true));
        await UntilAsync(notebook, view => view.Cells[1].HasRun);
    }

    [Fact]
    public async Task Stale_cells_are_marked_and_run_with_what_they_need()
    {
        var notebook = OpenCells("var x = 1;", "var y = x;", "y", "var z = 0;");
        await WithinAsync(notebook.Runs.RunAllAsync());
        Assert.All(notebook.View.Cells, cell => Assert.Null(cell.Stale));

        notebook.Cells.Edit("a", "var x = 2;");
        Assert.Equal([true, true, true, false], notebook.View.Cells.Select(cell => cell.Stale is not null));
        await WithinAsync(notebook.Runs.RunStaleAsync());

        Assert.All(notebook.View.Cells, cell => Assert.Null(cell.Stale));
        Assert.Equal([5, 6, 7, 4], notebook.View.Cells.Select(cell => cell.ExecutionCount));
    }

    private static CellStatus Status(OpenNotebook notebook, string id) => notebook.View.Cell(id)!.Status;
}
