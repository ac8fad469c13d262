namespace Course.Tests.Running;

public class CheckingOutputs
{
    [Fact]
    public async Task Fresh_outputs_equal_those_that_run_wrote()
    {
        using var folder = new CourseFolder("fine.ipynb", "outputs.ipynb", "raises-exception.ipynb");
        await folder.RunAsync(".", "--out", ".");

        var (status, output, errors) = await folder.RunAsync(".", "--check");

        Assert.Equal((0, ""), (status, errors));
        Assert.Contains("all as in the files", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"x is 1\\n\"", "\"x is 7\\n\"", "stdout", "x is 7", "x is 1")]
    [InlineData("\"2.5\"", "\"2.51\"", "execute_result text/plain", "2.51", "2.5")]
    public async Task An_altered_number_exits_with_3_and_says_where(
        string written, string altered, string place, string expected, string actual)
    {
        using var folder = new CourseFolder("fine.ipynb");
        await folder.RunAsync(".", "--out", ".");
        var text = File.ReadAllText(folder["fine.ipynb"]);
        Assert.Contains(written, text, StringComparison.Ordinal);
        File.WriteAllText(folder["fine.ipynb"], text.Replace(written, altered, StringComparison.Ordinal));

        var (status, _, errors) = await folder.RunAsync("fine.ipynb", "--check");

        Assert.Equal(3, status);
        Assert.Equal(
            $"error: fine.ipynb, cell 2: the output is not the one in the file ({place})\n  in the file: {expected}\n  this run:    {actual}\n",
            errors);
    }

    [Theory]
    [InlineData("x is 1\\r!\\n", "character 7: U+000D (carriage return) in the file, the end of the line in this run")]
    [InlineData("x is 1 \\n", "character 7: U+0020 (space) in the file, the end of the line in this run")]
    [InlineData("x is\u00A01\\n", "character 5: U+00A0 (no-break space) in the file, U+0020 (space) in this run")]
    [InlineData("х is 1\\n", "character 1: U+0445 (х) in the file, U+0078 (x) in this run")]
    public async Task A_difference_that_cannot_be_seen_is_spelled_out(string altered, string says)
    {
        using var folder = new CourseFolder("fine.ipynb");
        await folder.RunAsync(".", "--out", ".");
        var text = File.ReadAllText(folder["fine.ipynb"]);
        File.WriteAllText(folder["fine.ipynb"], text.Replace("x is 1\\n", altered, StringComparison.Ordinal));

        var (status, _, errors) = await folder.RunAsync("fine.ipynb", "--check");

        Assert.Equal(3, status);
        Assert.Contains($"the first difference is at {says}", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebook_that_was_never_run_has_not_these_outputs()
    {
        using var folder = new CourseFolder("fine.ipynb");

        var (status, _, errors) = await folder.RunAsync("fine.ipynb", "--check");

        Assert.Equal(3, status);
        Assert.Contains("in the file: (nothing)", errors, StringComparison.Ordinal);
    }
}
