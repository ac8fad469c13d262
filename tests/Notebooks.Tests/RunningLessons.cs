using System.Diagnostics;
using NotebookKernel.Execution;

namespace Notebooks.Tests;

public sealed class RunningLessons
{
    [Fact]
    public async Task Lessons_and_solutions_run_from_the_top_and_show_what_is_committed()
    {
        var command = Path.Combine(CourseNotebooks.Root, "lib", "Course", "bin", "Release", "net10.0", "Course.dll");
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [command, "run", "--check", CourseNotebooks.Folder, CourseNotebooks.PathOf("solutions")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var stop = TestContext.Current.CancellationToken;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop));
        await process.WaitForExitAsync(stop);

        Assert.True(process.ExitCode == 0, await output + await errors);
    }

    // Of the solutions: all cells of the lesson, and the exercises answered.
    public static TheoryData<string> Solutions => [.. CourseNotebooks.Lessons.Select(name => $"solutions/{name}")];

    [Theory]
    [MemberData(nameof(Solutions))]
    public async Task Every_cell_can_be_run_twice_and_shows_the_same(string name)
    {
        var path = CourseNotebooks.PathOf(name);
        await using var session = new Session(new SessionOptions { WorkingDirectory = Path.GetDirectoryName(path)! });
        foreach (var cell in CourseNotebooks.Read(name).CodeCells)
        {
            var first = await RunAsync(session, cell.Source);
            var second = await RunAsync(session, cell.Source);

            Assert.Equal(first, second);
        }
    }

    private static async Task<string> RunAsync(Session session, string code)
    {
        var outputs = new List<CellOutput>();
        var result = await session.RunAsync(code, outputs.Add, TestContext.Current.CancellationToken);

        Assert.True(result is CellResult.Success, $"{result}\n{code}");
        return CourseNotebooks.Shown(outputs);
    }
}
