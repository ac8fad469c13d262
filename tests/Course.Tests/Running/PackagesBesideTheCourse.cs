using System.Text.Json.Nodes;

namespace Course.Tests.Running;

/// <summary>Packages that the course is made with, in the version that it has and in others.</summary>
public sealed class PackagesBesideTheCourse
{
    [Fact]
    public async Task A_notebook_gets_the_versions_it_asks_for() => Assert.Equal("12.0.0.0 4.15.0.0", await ShownAsync(
        "#r \"nuget: Newtonsoft.Json, 12.0.3\"\n#r \"nuget: MathNet.Numerics, 4.15.0\"",
        """
        using Newtonsoft.Json;
        using MathNet.Numerics.LinearAlgebra;
        $"{typeof(JsonConvert).Assembly.GetName().Version} {Matrix<double>.Build.DenseIdentity(2).GetType().Assembly.GetName().Version}"
        """));

    [Fact]
    public async Task What_the_old_kernel_was_made_with_needs_no_directive() => Assert.Equal("{\"X\":1} 2", await ShownAsync(
        "using Newtonsoft.Json.Linq;", "$\"{Newtonsoft.Json.JsonConvert.SerializeObject(new { X = 1 })} {JObject.Parse(\"{'x': 2}\")[\"x\"]}\""));

    [Fact]
    public async Task A_chart_of_another_Plotly_than_the_courses_is_drawn() => Assert.Equal("A chart: scatter", await ShownAsync(
        "#r \"nuget: FSharp.Core, 11.0.101\"\n#r \"nuget: Plotly.NET.CSharp, 0.14.0\"",
        "Plotly.NET.CSharp.Chart.Line<int, int, string>([1, 2], [3, 4])"));

    [Fact]
    public async Task Beside_the_courses_library_its_packages_stay_and_it_says_so() => Assert.Equal("5.0.0.0", await ShownAsync(
        "#r \"SequenceModels.Charts.dll\"\n#r \"nuget: MathNet.Numerics, 4.15.0\"",
        "typeof(MathNet.Numerics.Complex32).Assembly.GetName().Version",
        "MathNet.Numerics 5.0.0 is used, which SequenceModels.Charts is made with, not 4.15.0.\n"));

    private static async Task<string> ShownAsync(string directives, string code, string said = "")
    {
        using var folder = new CourseFolder();
        File.WriteAllText(folder["packages.ipynb"], new JsonObject
        {
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
            ["metadata"] = new JsonObject(),
            ["cells"] = new JsonArray(Cell("one", directives), Cell("two", code)),
        }.ToJsonString());

        var (status, _, errors) = await folder.RunAsync("packages.ipynb", "--out", ".");

        Assert.SkipWhen(errors.Contains("NU1301", StringComparison.Ordinal), "no package source can be reached");
        Assert.Equal((0, ""), (status, errors));
        var cells = folder.Cells("packages.ipynb");
        Assert.Equal(said, string.Concat(cells[0]!["outputs"]!.AsArray().SelectMany(output => Lines(output!["text"]))));
        return string.Concat(Lines(cells[1]!["outputs"]![0]!["data"]!["text/plain"]));
    }

    private static JsonObject Cell(string id, string source) => new()
    {
        ["id"] = id,
        ["cell_type"] = "code",
        ["metadata"] = new JsonObject(),
        ["execution_count"] = null,
        ["outputs"] = new JsonArray(),
        ["source"] = source,
    };

    private static IEnumerable<string> Lines(JsonNode? text) => text is JsonArray lines ? lines.Select(line => line!.ToString()) : [text!.ToString()];
}
