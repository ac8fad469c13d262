using NotebookPage.Live;

namespace Course.Tests.Live;

public sealed class EndingIdleSessions : LiveTest
{
    public EndingIdleSessions() => Options = Options with { EndSessionAfter = TimeSpan.FromMilliseconds(100) };

    [Fact]
    public async Task The_session_of_a_notebook_that_no_tab_shows_ends_says_why_and_is_back_with_the_next_run()
    {
        var notebook = OpenCells("print 1", "print 2");
        await notebook.Runs.RunAsync("a");
        Show(notebook);

        await EndedAsync(notebook);
        Assert.True(Sessions[0].IsDisposed);
        Assert.Contains("No tab had shown this notebook", notebook.View.Session.Problem, StringComparison.Ordinal);
        Assert.False(notebook.View.Cells[0].HasRun);
        Assert.Equal("1\n", Text(notebook, "a"));

        await notebook.Runs.RunAsync("b");
        Assert.Equal("2\n", Text(notebook, "b"));
        Assert.Equal(2, Sessions.Count);
    }

    [Fact]
    public async Task It_does_not_end_while_a_cell_runs_nor_while_a_tab_shows_it()
    {
        var notebook = OpenCells("wait\nprint 1");
        var run = notebook.Runs.RunAsync("a");
        await UntilAsync(notebook, now => now.Cells[0].Status == CellStatus.Running);
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.False(Sessions[0].IsDisposed);

        Action<NotebookView> tab = _ => { };
        notebook.Changed += tab;
        Sessions[0].Go();
        await run;
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.False(Sessions[0].IsDisposed);

        notebook.Changed -= tab;
        await EndedAsync(notebook);
    }

    private static void Show(OpenNotebook notebook)
    {
        Action<NotebookView> tab = _ => { };
        notebook.Changed += tab;
        notebook.Changed -= tab;
    }

    // Without listening: that would be a tab.
    private static async Task EndedAsync(OpenNotebook notebook)
    {
        for (var i = 0; i < 600 && notebook.View.Session.Status != SessionStatus.Dead; i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Equal(SessionStatus.Dead, notebook.View.Session.Status);
    }
}
