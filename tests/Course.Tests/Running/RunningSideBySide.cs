using System.Text.Json.Nodes;

namespace Course.Tests.Running;

public sealed class RunningSideBySide
{
    [Fact]
    public async Task The_lines_of_each_notebook_come_together_and_the_report_is_in_the_order_of_the_notebooks()
    {
        using var folder = new CourseFolder("error.ipynb", "fine.ipynb", "outputs.ipynb", "raises-exception.ipynb");

        var (status, output, errors) = await folder.RunAsync(".", "--parallel", "3", "--out", "copies", "--json", "report.json");

        Assert.Equal(2, status);
        Assert.StartsWith("error: error.ipynb, cell 2 of 3: System.DivideByZeroException: ", errors, StringComparison.Ordinal);
        Assert.Matches(@"(^|\n)fine\.ipynb\n  \[1/2\] [^\n]*\n  \[2/2\] [^\n]*\n  2 cells ran in ", output);
        Assert.Matches(@"\n4 notebooks, \d+ cells, [^\n]*: 1 failed; written to copies\n$", output);
        Assert.Equal(
            ["error.ipynb", "fine.ipynb", "outputs.ipynb", "raises-exception.ipynb"],
            JsonNode.Parse(File.ReadAllText(folder["report.json"]))!["notebooks"]!.AsArray().Select(notebook => notebook!["path"]!.ToString()));
        Assert.Contains("x is 1", folder.Cells("copies/fine.ipynb").ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notebooks_side_by_side_give_the_outputs_that_they_give_alone()
    {
        using var folder = new CourseFolder("fine.ipynb", "outputs.ipynb", "raises-exception.ipynb");
        await folder.RunAsync(".", "--out", ".");

        var (status, output, errors) = await folder.RunAsync(".", "--check", "--parallel", "2");

        Assert.Equal((0, ""), (status, errors));
        Assert.Contains("all as in the files", output, StringComparison.Ordinal);
    }
}
