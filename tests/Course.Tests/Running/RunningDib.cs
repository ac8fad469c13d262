namespace Course.Tests.Running;

public sealed class RunningDib
{
    private const string Text = "#!csharp\n\nvar x = 6;\n\n#!markdown\n\n# A title\n\n#!csharp\n\nx * 7\n\n#!mermaid\n\nflowchart LR\n\n";

    [Fact]
    public async Task A_dib_runs_and_its_copy_is_a_dib_again()
    {
        using var folder = new CourseFolder();
        File.WriteAllText(folder["n.dib"], Text);

        var (status, output, errors) = await folder.RunAsync(".", "--out", "out");

        Assert.Equal((0, ""), (status, errors));
        Assert.Matches(@"\[3/3\]", output);
        Assert.Equal(Text, File.ReadAllText(folder["out/n.dib"]));
    }

    [Fact]
    public async Task A_notebook_imports_a_dib()
    {
        using var folder = new CourseFolder();
        File.WriteAllText(folder["n.dib"], Text);
        File.WriteAllText(folder["m.dib"], "#!csharp\n\n#!import n.dib\n\nConsole.Write(x + 1);\n\n");

        var (status, _, errors) = await folder.RunAsync("m.dib");

        Assert.Equal((0, ""), (status, errors));
    }

    [Fact]
    public async Task Convert_makes_a_notebook_of_it_and_back_and_overwrites_nothing()
    {
        using var folder = new CourseFolder();
        File.WriteAllText(folder["n.dib"], Text);

        Assert.Equal(0, (await CourseCommand.RunAsync(folder.Path, ["convert", "n.dib"])).ExitStatus);
        Assert.Equal(["var x = 6;", "# A title", "x * 7", "flowchart LR"], folder.Cells("n.ipynb").Select(cell => string.Concat(cell!["source"]!.AsArray().Select(line => (string?)line))));
        Assert.Equal(0, (await folder.RunAsync("n.ipynb", "--out", "run")).ExitStatus);
        Assert.Contains("\"42\"", File.ReadAllText(folder["run/n.ipynb"]), StringComparison.Ordinal);

        Assert.Equal(0, (await CourseCommand.RunAsync(folder.Path, ["convert", "n.ipynb", "--out", "back"])).ExitStatus);
        Assert.Equal(Text, File.ReadAllText(folder["back/n.dib"]));

        var (status, _, errors) = await CourseCommand.RunAsync(folder.Path, ["convert", "n.dib"]);
        Assert.Equal(1, status);
        Assert.Contains("n.ipynb is there already", errors, StringComparison.Ordinal);
    }
}
