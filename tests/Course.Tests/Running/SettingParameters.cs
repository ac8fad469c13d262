using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Course.Tests.Running;

public sealed class SettingParameters
{
    private const string Defaults = "var steps = 200;\nvar rate = 0.1;\nvar task = \"copy\";\nvar sizes = new[] { 1 };";
    private const string Print = "Console.WriteLine($\"{steps} {rate} {rate.GetType().Name} {task} {string.Join('+', sizes)}\");";

    [Fact]
    public async Task Values_come_in_a_cell_below_the_one_tagged_parameters_and_keep_the_types_of_its_variables()
    {
        using var folder = Folder((Defaults, "parameters"), (Print, null));

        var (status, _, errors) = await folder.RunAsync(
            "n.ipynb", "--out", "out", "--set", "rate=1", "--set", "task=add", "--set", "sizes=[2, 3]", "--set", "extra=7 days");

        Assert.Equal((0, ""), (status, errors));
        var cells = folder.Cells("out/n.ipynb");
        Assert.Equal("""["injected-parameters"]""", cells[1]!["metadata"]!["tags"]!.ToJsonString());
        Assert.Equal("// Parameters\nrate = 1;\ntask = \"add\";\nsizes = [2, 3];\nvar extra = \"7 days\";", Text(cells[1]!["source"]!));
        Assert.Equal("200 1 Double add 2+3\n", Text(cells[2]!["outputs"]![0]!["text"]!));

        await folder.RunAsync("out/n.ipynb", "--out", "again", "--set", "steps=5");
        Assert.Equal([Defaults, "// Parameters\nsteps = 5;", Print], folder.Cells("again/n.ipynb").Select(cell => Text(cell!["source"]!)));
    }

    [Fact]
    public async Task Without_a_cell_tagged_parameters_they_stand_at_the_top()
    {
        using var folder = Folder(("Console.WriteLine(n + 1);", null));

        var (status, _, errors) = await folder.RunAsync("n.ipynb", "--out", "out", "--set", "n=-41");

        Assert.Equal((0, ""), (status, errors));
        Assert.Equal("-40\n", Text(folder.Cells("out/n.ipynb")[1]!["outputs"]![0]!["text"]!));
    }

    [Theory]
    [InlineData("--set", "steps", "expected name=value")]
    [InlineData("--set", "2=3", "expected name=value")]
    [InlineData("--set", "rate=)(", "the value is no C# expression")]
    [InlineData("--set=rate=2", "--check", "choose one")]
    public async Task What_cannot_be_set_is_wrong_usage_and_nothing_runs(string first, string second, string message)
    {
        using var folder = Folder(("var rate = 0.1;", "parameters"));

        var (status, _, errors) = await folder.RunAsync("n.ipynb", first, second);

        Assert.Equal(1, status);
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_server_reads_in_JUnits_form_which_cells_failed()
    {
        using var folder = Folder(("1 + 1", null), ("throw new Exception(\"a < b \\u001b[31mred\");", null));

        var (status, _, _) = await folder.RunAsync("n.ipynb", "--junit", "report.xml");

        Assert.Equal(2, status);
        var suite = XDocument.Load(folder["report.xml"]).Root!.Element("testsuite")!;
        Assert.Equal(("n.ipynb", "2", "1"), ((string)suite.Attribute("name")!, (string)suite.Attribute("tests")!, (string)suite.Attribute("failures")!));
        Assert.Equal(["cell 1: 1 + 1", "cell 2: throw new Exception(\"a < b \\u001b[31mred\");"], suite.Elements().Select(cell => (string?)cell.Attribute("name")));
        Assert.Equal("System.Exception: a < b red", (string?)suite.Descendants("failure").Single().Attribute("message"));
    }

    private static CourseFolder Folder(params (string Source, string? Tag)[] cells)
    {
        var folder = new CourseFolder();
        File.WriteAllText(folder["n.ipynb"], new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select((cell, i) => (JsonNode)new JsonObject
            {
                ["cell_type"] = "code",
                ["execution_count"] = null,
                ["id"] = $"c{i}",
                ["metadata"] = cell.Tag is null ? new JsonObject() : new JsonObject { ["tags"] = new JsonArray(cell.Tag) },
                ["outputs"] = new JsonArray(),
                ["source"] = cell.Source,
            })]),
            ["metadata"] = new JsonObject(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        }.ToJsonString());
        return folder;
    }

    private static string Text(JsonNode text) => text is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string)text!;
}
