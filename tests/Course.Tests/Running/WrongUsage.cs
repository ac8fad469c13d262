namespace Course.Tests.Running;

public class WrongUsage
{
    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("print(1)", "not JSON at line 1, column 1")]
    [InlineData("[1]", "the file holds a list")]
    [InlineData("""{"nbformat":3,"nbformat_minor":0,"metadata":{},"worksheets":[]}""", "nbformat is 3, expected 4")]
    [InlineData("""{"nbformat":4,"nbformat_minor":5,"metadata":{}}""", "cells is null or missing")]
    [InlineData("""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"metadata":{}}]}""", "cells[0].cell_type is null or missing")]
    public async Task A_malformed_notebook_gets_one_clear_line_and_is_not_touched(string text, string message)
    {
        using var folder = new CourseFolder();
        File.WriteAllText(folder["bad.ipynb"], text);

        var (status, _, errors) = await folder.RunAsync("bad.ipynb", "--out", ".");

        Assert.Equal(1, status);
        Assert.StartsWith($"error: bad.ipynb: {message}", errors, StringComparison.Ordinal);
        Assert.Equal(errors.Length - 1, errors.IndexOf('\n', StringComparison.Ordinal));
        Assert.Equal(text, File.ReadAllText(folder["bad.ipynb"]));
    }

    [Theory]
    [InlineData("absent.ipynb", "absent.ipynb: no such file or folder")]
    [InlineData(".", ".: no notebooks (*.ipynb, *.dib) in this folder")]
    [InlineData("--timeout 0", "--timeout 0: expected a number of seconds above 0")]
    [InlineData("--timeout soon", "--timeout soon: expected a number of seconds above 0")]
    [InlineData("--parallel 0", "--parallel 0: expected a number above 0")]
    [InlineData("--parallel 2 --in-process", "--in-process runs one notebook at a time, and --parallel several: choose one")]
    [InlineData("--colour", "--colour: no such file or folder")]
    public async Task What_cannot_be_done_is_said_in_one_line(string arguments, string message)
    {
        using var folder = new CourseFolder();

        var (status, _, errors) = await folder.RunAsync(arguments.Split(' '));

        Assert.Equal(1, status);
        Assert.StartsWith($"error: {message}", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebook_in_another_language_is_refused()
    {
        using var folder = new CourseFolder("python.ipynb");

        var (status, _, errors) = await folder.RunAsync("python.ipynb");

        Assert.Equal((1, "error: python.ipynb: a notebook in python, expected C#\n"), (status, errors));
    }

    [Fact]
    public async Task Two_notebooks_that_would_become_one_file_are_refused()
    {
        using var folder = new CourseFolder("fine.ipynb");
        Directory.CreateDirectory(folder["other"]);
        File.Copy(folder["fine.ipynb"], folder["other/fine.ipynb"]);

        var (status, _, errors) = await folder.RunAsync("fine.ipynb", "other", "--out", "copies");

        Assert.Equal(1, status);
        Assert.StartsWith("error: two of the notebooks would both become ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_lists_what_is_built_and_no_more()
    {
        using var folder = new CourseFolder();

        var (status, output, _) = await CourseCommand.RunAsync(folder.Path, "--help");

        Assert.Equal(0, status);
        Assert.Contains("run <PATH>", output, StringComparison.Ordinal);
        Assert.DoesNotContain("session", output, StringComparison.Ordinal);
    }
}
