using System.Diagnostics;
using System.Globalization;
using NotebookPage.Live;
using NotebookSession;

namespace Course.Tests.Live;

/// <summary>The session is a process of its own, as it is on the page.</summary>
public sealed class RealSessions : LiveTest
{
    public RealSessions() => Options = new LiveOptions(StartProcess) { AutosaveAfter = Timeout.InfiniteTimeSpan };

    [Fact]
    public async Task Cells_run_fail_ask_and_are_helped()
    {
        var notebook = OpenCells(
            "var numbers = new List<int> { 1, 2 };\nnumbers.Count",
            "Console.WriteLine($\"hello {Console.ReadLine()}\");",
            "numbers.Missing()");
        await UntilAsync(notebook, view => view.Session.Status == SessionStatus.Idle);
        await HelpedAsync(stop => notebook.Help.DiagnoseAsync("c", "numbers", stop), found => found is [{ Severity: ProblemSeverity.Information }]);

        var all = notebook.Runs.RunAllAsync();
        await UntilAsync(notebook, view => view.Input is not null);
        await HelpedAsync(stop => notebook.Help.CompleteAsync("numbers.Ad", 10, stop), found => found.Items.Any(item => item.Text == "AddRange"));
        await HelpedAsync(stop => notebook.Help.DescribeAsync("numbers", 3, stop), found => found?.Contains("List<int> numbers", StringComparison.Ordinal) == true);
        await HelpedAsync(stop => notebook.Help.DiagnoseAsync("c", "numbers.Missing()", stop), found => found is [{ Id: "CS1061" }]);
        notebook.Session.Answer("Ada");
        await WithinAsync(all);

        Assert.Equal(("2", "hello Ada\n", CellStatus.Failed), (Text(notebook, "a"), Text(notebook, "b"), notebook.View.Cell("c")!.Status));
        Assert.Contains("Missing", Text(notebook, "c"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_cell_is_helped_beside_and_interrupted()
    {
        var notebook = OpenCells("var x = 1;", "Console.WriteLine(\"on\");\nwhile (true) { }", "x");
        var run = notebook.Runs.RunAsync("a", "b");
        await UntilAsync(notebook, _ => Text(notebook, "b") == "on\n");
        await HelpedAsync(stop => notebook.Help.CompleteAsync("Conso", 5, stop), found => found.Items.Count > 0);
        notebook.Runs.Interrupt();
        await WithinAsync(run);
        await WithinAsync(notebook.Runs.RunAsync("c"));

        Assert.Equal("1", Text(notebook, "c"));
    }

    [Fact]
    public async Task A_cell_that_ends_its_process_is_told_and_the_next_one_has_another()
    {
        var notebook = OpenCells("typeof(Environment).GetMethod(\"Exit\").Invoke(null, [3]);", "1 + 1");
        await WithinAsync(notebook.Runs.RunAllAsync());
        Assert.Equal(SessionStatus.Dead, notebook.View.Session.Status);
        Assert.Contains("session", notebook.View.Session.Problem, StringComparison.Ordinal);

        await WithinAsync(notebook.Runs.RunAsync("b"));
        Assert.Equal("2", Text(notebook, "b"));
    }

    [Fact]
    public async Task Restarting_in_an_endless_loop_gives_a_new_session_at_once()
    {
        var notebook = OpenCells("Console.WriteLine(Environment.ProcessId);\nwhile (true) { }", "Environment.ProcessId");
        _ = notebook.Runs.RunAsync("a");
        await UntilAsync(notebook, _ => Text(notebook, "a").Length > 1);
        await WithinAsync(notebook.Session.RestartAsync());
        await WithinAsync(notebook.Runs.RunAsync("b"));

        Assert.NotEqual(Text(notebook, "a").Trim(), Text(notebook, "b"));
        Assert.DoesNotContain(int.Parse(Text(notebook, "a"), CultureInfo.InvariantCulture), Process.GetProcesses().Select(process => process.Id));
    }

    // A machine that is busy with other tests may need more than one question.
    private static async Task HelpedAsync<T>(Func<CancellationToken, Task<T>> ask, Func<T, bool> isHelp)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!isHelp(await ask(end.Token)))
        {
            Assert.False(end.IsCancellationRequested, "no help came");
        }
    }
}
