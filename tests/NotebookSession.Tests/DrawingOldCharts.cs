using NotebookSession.Packages;

namespace NotebookSession.Tests;

/// <summary>Notebooks that draw with XPlot, which they never ask for.</summary>
public sealed class DrawingOldCharts : IAsyncDisposable, IPackageRestore
{
    private const string Line = "#r \"nuget: XPlot.Plotly, 4.1.0\"", Draw = "Chart.Plot(new Scatter())";

    private readonly string _folder = Directory.CreateTempSubdirectory("charts").FullName;
    private readonly List<PackageReference> _asked = [];
    private readonly TestSession _notebook;
    private Func<Task> _fetch = () => Task.CompletedTask;

    public DrawingOldCharts() => _notebook = new TestSession(new SessionOptions { Packages = this });

    public async ValueTask DisposeAsync()
    {
        await _notebook.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public async Task<RestoredFiles> RestoreAsync(IEnumerable<PackageReference> packages, IEnumerable<string> sources, CancellationToken stop)
    {
        _asked.AddRange(packages);
        await _fetch();
        var library = Library.Build(Path.Combine(_folder, "XPlot.Plotly.dll"),
            """
            namespace XPlot.Plotly;
            public class Scatter { }
            public class PlotlyChart { public string GetInlineJS() => "var data = [{\"type\":\"bar\"}];"; }
            public static class Chart { public static PlotlyChart Plot(params Scatter[] traces) => new(); }
            """);
        return new RestoredFiles([library], [library], [], new Dictionary<string, string> { ["XPlot.Plotly"] = "4.1.0" });
    }

    [Theory]
    [InlineData("using XPlot.Plotly;", Draw)]
    [InlineData("", $"using XPlot.Plotly;\n{Draw}")]
    [InlineData("", "XPlot.Plotly.Chart.Plot(new XPlot.Plotly.Scatter())")]
    [InlineData("", "using Pictures = XPlot.Plotly;\nPictures.Chart.Plot()")]
    [InlineData("", "using static XPlot.Plotly.Chart;\nPlot()")]
    [InlineData("using XPlot.Plotly;", "Chart.Plot(new Graph.Scatter())")] // as it was called when no notebook had to ask
    [InlineData("", "using XPlot.Plotly;\nvar traces = new List<Graph.Scatter> { new() };\nChart.Plot(traces.ToArray())")]
    [InlineData("using XPlot.Plotly;\nnamespace Mine { public static class Picture { public static object Of() => Chart.Plot(); } }", "Mine.Picture.Of()")]
    public async Task A_cell_that_says_their_namespace_gets_them_once(string first, string second)
    {
        (await _notebook.RunAsync(first)).Succeeded();

        var chart = Assert.Single((await _notebook.RunAsync(second)).Succeeded().Shown.OfType<CellOutput.ExecuteResult>());

        Assert.Contains("application/vnd.plotly.v1+json", chart.Data.Keys);
        Assert.Equal([new PackageReference("XPlot.Plotly", "4.1.0")], _asked);
    }

    [Theory]
    [InlineData(Draw, "CS0103")]
    [InlineData("new Graph.Scatter()", "CS0246")]
    [InlineData("new Layout.Layout()", "CS0246")]
    [InlineData("var plot = XPlot;", "CS0103")]
    [InlineData("using XPlott.Plotly;", "CS0246")]
    [InlineData("using XPlot.Ploty;", "CS0246")]
    [InlineData("var text = \"XPlot.Plotly\"; // XPlot.Plotly\ntxt", "Did you mean text?")]
    [InlineData("var s = \"\";\ns.XPlot.Plotly", "CS1061")]
    public async Task A_name_that_only_looks_like_one_of_theirs_keeps_its_error(string code, string error)
    {
        Assert.Contains(error, (await _notebook.RunAsync(code)).Traceback, StringComparison.Ordinal);
        Assert.Empty(_asked);
    }

    [Theory]
    [InlineData("namespace XPlot.Plotly { public class Own { } }", "using XPlot.Plotly;\nnameof(Own)", "Own")]
    [InlineData("namespace XPlot.Plotly { public class Own { } }", "using XPlot.Plotly;\nvar s = 1;\nt", null)]
    [InlineData("static class XPlot { public static class Plotly { public static int Own = 1; } }", "XPlot.Plotly.Own", "1")]
    public async Task A_name_of_ones_own_stays_what_it_is(string declared, string code, string? value)
    {
        (await _notebook.RunAsync(declared)).Succeeded();

        Assert.Equal(value, (await _notebook.RunAsync(code)).Value);
        Assert.Empty(_asked);
    }

    [Theory]
    [InlineData("class Graph { public class Scatter { public int Own = 7; } }", "using XPlot.Plotly;", "new Graph.Scatter().Own")]
    [InlineData("using XPlot.Plotly;\n_ = new Graph.Scatter();", "class Graph { public class Scatter { public int Own = 7; } }", "new Graph.Scatter().Own")]
    [InlineData("using XPlot.Plotly;", "class Chart { public int Own = 7; }", "new Chart().Own")]
    public async Task A_class_of_ones_own_stays_what_it_is_beside_them(string first, string second, string code)
    {
        (await _notebook.RunAsync(first)).Succeeded();
        (await _notebook.RunAsync(second)).Succeeded();

        Assert.Equal("7", (await _notebook.RunAsync(code)).Succeeded().Value);
    }

    [Theory]
    [InlineData("new Graph.Nothing()")]
    [InlineData("new Graf.Scatter()")]
    public async Task What_they_do_not_have_is_an_error(string code)
    {
        (await _notebook.RunAsync("using XPlot.Plotly;")).Succeeded();

        Assert.Contains("CS0246", (await _notebook.RunAsync(code)).Traceback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_they_cannot_be_fetched_the_line_to_write_is_named_and_the_next_cell_tries_again()
    {
        _fetch = () => throw new InvalidOperationException("A package source can't be reached.");
        var ran = await _notebook.RunAsync($"// a chart\nusing XPlot.Plotly;\n{Draw}");

        Assert.Equal("line 2: XPlot.Plotly, 4.1.0: A package source can't be reached.", ran.Error.Message);
        Assert.Contains(Line, ran.Traceback, StringComparison.Ordinal);

        _fetch = () => Task.CompletedTask;
        (await _notebook.RunAsync($"using XPlot.Plotly;\n{Draw}")).Succeeded();
    }

    [Fact]
    public async Task A_session_without_packages_says_so()
    {
        await using var alone = new TestSession(new SessionOptions());

        Assert.Contains("There are no packages here", (await alone.RunAsync("using XPlot.Plotly;")).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cell_says_what_it_waits_for()
    {
        _fetch = () => Task.Delay(TimeSpan.FromSeconds(1.5));
        var ran = (await _notebook.RunAsync($"using XPlot.Plotly;\n{Draw}")).Succeeded();

        Assert.Equal("XPlot.Plotly comes by the package XPlot.Plotly 4.1.0, which is fetched now, this once.\n", ran.Stderr);
    }
}
