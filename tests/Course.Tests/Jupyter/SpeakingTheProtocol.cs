using Course.Tests.Page;
using NotebookSession.Documents;

namespace Course.Tests.Jupyter;

public sealed class SpeakingTheProtocol(InstalledKernel kernel) : IClassFixture<InstalledKernel>
{
    [Fact]
    public async Task The_conformance_suite_passes_in_full()
    {
        var ran = await kernel.RunAsync("jupyter_kernel_test", "conformance.py");

        Assert.True(ran.ExitStatus == 0, ran.Output + ran.Errors);
        Assert.Contains("OK (skipped=1)", ran.Errors, StringComparison.Ordinal); // the pager, which has been given up by Jupyter
    }

    [Fact]
    public async Task Whatever_never_ends_is_stopped_by_a_message_and_by_a_signal_and_its_variables_stay()
    {
        var ran = await kernel.RunAsync("jupyter_client", "interrupt.py", Path.Combine(CourseCommand.Root, "notebooks"));

        Assert.True(ran.ExitStatus == 0, ran.Output + ran.Errors);
        var lines = ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(16, lines.Length);
        Assert.All(lines, line => Assert.Contains($": Stopped, kept {line.Split(',')[0]},", line, StringComparison.Ordinal));
    }

    public static TheoryData<string> Lessons => [.. Directory.GetFiles(Path.Combine(CourseCommand.Root, "notebooks"), "*.ipynb").Select(path => Path.GetFileName(path)).Order()];

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task A_lesson_shows_in_Jupyter_what_run_makes_it_show(string lesson)
    {
        var notebook = Path.Combine(CourseCommand.Root, "notebooks", lesson);
        var copy = Path.Combine(kernel.Kernels, lesson);

        var ran = await kernel.RunAsync("nbclient", "execute.py", notebook, Path.GetDirectoryName(notebook)!, copy);

        AssertSame(ran, notebook, copy);
    }

    [Fact]
    public async Task Nbconvert_executes_a_lesson_as_run_does()
    {
        const string Lesson = "02-rnn-step-by-step.ipynb";
        using var course = new CopiedCourse(Lesson);
        var copy = Path.Combine(course.Notebooks, "executed.ipynb");

        var ran = await kernel.ConvertAsync("--to", "notebook", "--execute", "--output", copy, Path.Combine(course.Notebooks, Lesson));

        AssertSame(ran, Path.Combine(CourseCommand.Root, "notebooks", Lesson), copy);
    }

    /// <summary>On Windows Jupyter writes a handle where elsewhere the id of its process stands.</summary>
    [Fact]
    public async Task A_parent_that_is_no_process_here_does_not_end_the_kernel()
    {
        var notebook = CourseCommand.Fixture("fine.ipynb");
        var copy = Path.Combine(kernel.Kernels, "fine.ipynb");
        var number = Enumerable.Range(1_000_000_000, 10_000).First(id => !Directory.Exists($"/proc/{id}"));

        var ran = await kernel.RunAsync("nbclient", "execute.py", notebook, Path.GetDirectoryName(notebook)!, copy, $"{number}");

        Assert.True(ran.ExitStatus == 0, ran.Errors);
        Assert.Contains("x is 1", await File.ReadAllTextAsync(copy, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static void AssertSame(CommandResult ran, string notebook, string copy)
    {
        Assert.True(ran.ExitStatus == 0, ran.Errors);
        Assert.All(Notebook.Read(notebook).CodeCells.Zip(Notebook.Read(copy).CodeCells), cells => Assert.Null(OutputComparison.FirstDifference(cells.First, cells.Second)));
    }
}
