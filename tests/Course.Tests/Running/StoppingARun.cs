using System.Diagnostics;

namespace Course.Tests.Running;

public class StoppingARun
{
    [Fact]
    public async Task Ctrl_C_stops_the_cell_and_the_notebook_so_far_is_written()
    {
        using var folder = new CourseFolder("endless-loop.ipynb");
        using var process = await StartAsync(folder, "--out", "copies");

        Signal(process, "INT");
        var (status, _, errors) = await CourseCommand.EndAsync(process);

        Assert.Equal(130, status);
        Assert.StartsWith("error: endless-loop.ipynb, cell 2 of 2: ", errors, StringComparison.Ordinal);
        Assert.Contains("before", folder.Cells("copies/endless-loop.ipynb")[0]!["outputs"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_session_ends_when_the_command_is_killed()
    {
        using var folder = new CourseFolder("endless-loop.ipynb");
        using var process = await StartAsync(folder);
        var session = Process.GetProcessById(int.Parse(
            File.ReadAllText($"/proc/{process.Id}/task/{process.Id}/children").Split(' ')[0],
            System.Globalization.CultureInfo.InvariantCulture));

        process.Kill();

        await session.WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
    }

    private static async Task<Process> StartAsync(CourseFolder folder, params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs signals and /proc");
        var process = CourseCommand.Start(folder.Path, ["run", "endless-loop.ipynb", .. arguments]);
        while (!(await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!.Contains("[1/2]", StringComparison.Ordinal))
        {
            // The first cell ends soon; the second then runs until it is stopped.
        }

        await Task.Delay(300, TestContext.Current.CancellationToken);
        return process;
    }

    private static void Signal(Process process, string signal) =>
        Process.Start("kill", [$"-{signal}", $"{process.Id}"]).WaitForExit();
}
