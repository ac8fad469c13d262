using System.Text.Json.Nodes;

namespace Course.Tests.Running;

public class RunningNotebooks
{
    [Fact]
    public async Task A_notebook_that_runs_exits_with_0_and_nothing_is_written()
    {
        using var folder = new CourseFolder("fine.ipynb");
        var before = File.ReadAllText(folder["fine.ipynb"]);

        var (status, output, errors) = await folder.RunAsync("fine.ipynb");

        Assert.Equal((0, ""), (status, errors));
        Assert.Matches(@"^fine\.ipynb\n  \[1/2\] +\d+\.\d\d s  var x = 1;\n  \[2/2\] ", output);
        Assert.Equal(before, File.ReadAllText(folder["fine.ipynb"]));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Out_writes_the_executed_copy_and_two_runs_write_the_same_bytes()
    {
        using var folder = new CourseFolder("fine.ipynb", "outputs.ipynb");

        await folder.RunAsync("fine.ipynb", "outputs.ipynb", "--out", "first");
        await folder.RunAsync("fine.ipynb", "outputs.ipynb", "--out", "second");

        Assert.Equal(File.ReadAllText(folder["first/fine.ipynb"]), File.ReadAllText(folder["second/fine.ipynb"]));
        Assert.Equal(File.ReadAllText(folder["first/outputs.ipynb"]), File.ReadAllText(folder["second/outputs.ipynb"]));
        Assert.Contains("x is 1", folder.Cells("first/fine.ipynb").ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("transient", File.ReadAllText(folder["first/outputs.ipynb"]).Split("\"source\"")[^2], StringComparison.Ordinal);
    }

    /// <summary>What a cell prints is sent in the meantime: neither may wait for a lock that the other holds.</summary>
    [Fact]
    public async Task A_cell_that_prints_without_a_pause_comes_to_its_end()
    {
        using var folder = new CourseFolder("printing.ipynb");

        var (status, _, errors) = await folder.RunAsync("printing.ipynb", "--timeout", "20");

        Assert.Equal((0, ""), (status, errors));
    }

    [Fact]
    public async Task A_failing_cell_exits_with_2_and_is_shown_with_notebook_number_source_and_error()
    {
        using var folder = new CourseFolder("error.ipynb");

        var (status, _, errors) = await folder.RunAsync("error.ipynb", "--out", "copies");

        Assert.Equal(2, status);
        Assert.StartsWith("error: error.ipynb, cell 2 of 3: System.DivideByZeroException: ", errors, StringComparison.Ordinal);
        Assert.Contains("     2 | 1 / a\n", errors, StringComparison.Ordinal);
        var cells = folder.Cells("copies/error.ipynb");
        Assert.Contains("before", cells[0]!["outputs"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("error", cells[1]!["outputs"]![0]!["output_type"]!.GetValue<string>());
        Assert.Empty(cells[2]!["outputs"]!.AsArray());
    }

    [Fact]
    public async Task With_errors_allowed_the_cells_after_one_run_and_the_exit_status_tells_of_it()
    {
        using var folder = new CourseFolder("error.ipynb");

        var (status, output, errors) = await folder.RunAsync("error.ipynb", "--allow-errors", "--out", "copies");

        Assert.Equal(2, status);
        Assert.StartsWith("error: error.ipynb, cell 2 of 3: System.DivideByZeroException: ", errors, StringComparison.Ordinal);
        Assert.Contains("\n1 notebook, 3 cells, ", output, StringComparison.Ordinal);
        Assert.NotEmpty(folder.Cells("copies/error.ipynb")[2]!["outputs"]!.AsArray());
    }

    [Fact]
    public async Task An_exception_that_is_part_of_the_lesson_is_no_failure()
    {
        using var folder = new CourseFolder("raises-exception.ipynb");

        var (status, output, _) = await folder.RunAsync("raises-exception.ipynb");

        Assert.Equal(0, status);
        Assert.Contains("(raises System.InvalidOperationException, as it may)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_ends_the_process_is_named_and_the_notebook_so_far_is_written()
    {
        using var folder = new CourseFolder("process-death.ipynb");

        var (status, _, errors) = await folder.RunAsync("process-death.ipynb", "--out", "copies");

        Assert.Equal(2, status);
        Assert.StartsWith("error: process-death.ipynb, cell 2 of 3: ", errors, StringComparison.Ordinal);
        Assert.Contains("the stack overflowed", errors, StringComparison.Ordinal);
        Assert.Contains("before", folder.Cells("copies/process-death.ipynb")[0]!["outputs"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_takes_too_long_is_stopped()
    {
        using var folder = new CourseFolder("endless-loop.ipynb");

        var (status, _, errors) = await folder.RunAsync("endless-loop.ipynb", "--timeout", "5");

        Assert.Equal(2, status);
        Assert.StartsWith("error: endless-loop.ipynb, cell 2 of 2: Timeout: ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_bypasses_the_console_is_the_cells_text_too()
    {
        using var folder = new CourseFolder("native-text.ipynb");

        await folder.RunAsync("native-text.ipynb", "--out", "copies");

        Assert.Equal("straight to the stream\n", folder.Cells("copies/native-text.ipynb")[0]!["outputs"]![0]!["text"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task A_folder_means_its_notebooks_and_each_has_a_fresh_session()
    {
        using var folder = new CourseFolder("fine.ipynb", "is-x-defined.ipynb");

        var (status, output, errors) = await folder.RunAsync(".");

        Assert.Equal(2, status);
        Assert.Contains("fine.ipynb\n", output, StringComparison.Ordinal);
        Assert.StartsWith("error: is-x-defined.ipynb, cell 1 of 1: ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_for_programs_names_notebooks_cells_times_and_errors()
    {
        using var folder = new CourseFolder("fine.ipynb", "error.ipynb");

        await folder.RunAsync("fine.ipynb", "error.ipynb", "--json", "report.json");

        var report = JsonNode.Parse(File.ReadAllText(folder["report.json"]))!;
        Assert.Equal(2, report["exit_status"]!.GetValue<int>());
        Assert.Equal(["ok", "failed"], report["notebooks"]!.AsArray().Select(notebook => notebook!["status"]!.GetValue<string>()));
        var failed = report["notebooks"]![1]!["cells"]![1]!;
        Assert.Equal("cell-2", failed["id"]!.GetValue<string>());
        Assert.Equal("System.DivideByZeroException", failed["error"]!["name"]!.GetValue<string>());
        Assert.True(failed["ms"]!.GetValue<double>() > 0);
    }
}
