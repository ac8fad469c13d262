using NotebookSession.Packages;

namespace NotebookSession.Tests;

/// <summary>Packages that this program is made with too: a notebook gets the version it asks for. Real ones, of which it has others.</summary>
public sealed class VersionsOfPackages : IAsyncDisposable
{
    private readonly TestSession _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [InlineData("Mono.Cecil, 0.11.5", "typeof(Mono.Cecil.TypeReference)", "0.11.5.0")]
    [InlineData("Microsoft.CodeAnalysis.CSharp, 4.8.0", "typeof(Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree)", "4.8.0.0")]
    [InlineData("Microsoft.CodeAnalysis.CSharp, 4.8.0", "typeof(Microsoft.CodeAnalysis.SyntaxTree)", "4.8.0.0")]
    public async Task A_cell_compiles_against_and_runs_the_version_asked(string package, string type, string version)
    {
        await AddAsync(package);

        Assert.Equal(version, (await _notebook.RunAsync($"{type}.Assembly.GetName().Version")).Succeeded().Value);
        Assert.Equal("3", (await _notebook.RunAsync("1 + 2")).Succeeded().Value);
    }

    [Fact]
    public async Task A_packages_library_is_loaded_from_its_place_where_some_look_for_what_they_need()
    {
        await AddAsync("Mono.Cecil, 0.11.5");

        Assert.EndsWith("Mono.Cecil.dll", (await _notebook.RunAsync("typeof(Mono.Cecil.TypeReference).Assembly.Location")).Succeeded().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_compiler_compiles_and_runs_beside_this_kernels()
    {
        await AddAsync("Microsoft.CodeAnalysis.CSharp.Scripting, 4.11.0");

        Assert.Equal("42", (await _notebook.RunAsync("await Microsoft.CodeAnalysis.CSharp.Scripting.CSharpScript.EvaluateAsync<int>(\"6 * 7\")")).Succeeded().Value);
    }

    [Theory]
    [InlineData("NetMQ")]
    [InlineData("NetMQ, 4.*")]
    [InlineData("NetMQ, [4.0.0, 5.0.0)")]
    public async Task Where_this_kernels_will_do_it_is_shared(string package)
    {
        Assert.Equal("", (await _notebook.RunAsync($"#r \"nuget: {package}\"")).Succeeded().Stderr);

        Assert.Equal("True", (await _notebook.RunAsync("System.Runtime.Loader.AssemblyLoadContext.Default.Assemblies.Contains(typeof(NetMQ.NetMQConfig).Assembly)")).Succeeded().Value);
    }

    [Fact]
    public async Task What_every_cell_has_is_this_kernels_and_another_version_is_told_so() => Assert.Matches(
        @"^Microsoft\.DotNet\.Interactive\.Formatting \S+ is used, which this kernel is made with, not 1\.0\.0\.\n$",
        (await _notebook.RunAsync("#r \"nuget: Microsoft.DotNet.Interactive.Formatting, 1.0.0\"")).Succeeded().Stderr);

    [Fact]
    public async Task What_cells_have_got_from_this_kernel_stays_and_another_version_needs_a_restart()
    {
        (await _notebook.RunAsync("#r \"nuget: Mono.Cecil\"")).Succeeded();

        var ran = (await _notebook.RunAsync("#r \"nuget: Mono.Cecil, 0.11.5\"\nnameof(Mono.Cecil.TypeReference)")).Succeeded();

        Assert.Equal("TypeReference", ran.Value);
        Assert.Matches(@"^Mono\.Cecil [\d.]+ is loaded already\. Restart the kernel to use 0\.11\.5\.\n$", ran.Stderr);
    }

    [Fact]
    public async Task What_a_library_of_this_kernel_is_made_with_stays()
    {
        (await _notebook.RunAsync("#r \"nuget: NetMQ\"")).Succeeded();

        var ran = (await _notebook.RunAsync("#r \"nuget: AsyncIO, 0.1.26\"")).Succeeded();

        Assert.Matches(@"^AsyncIO [\d.]+ is used, which NetMQ is made with, not 0\.1\.26\.\n$", ran.Stderr);
    }

    [Fact]
    public async Task A_library_of_this_kernel_is_refused_after_another_version_of_what_it_is_made_with()
    {
        await AddAsync("Microsoft.CodeAnalysis.CSharp, 4.8.0");

        var ran = await _notebook.RunAsync("#r \"Microsoft.CodeAnalysis.CSharp.Scripting.dll\"");

        Assert.Contains("needs this kernel's Microsoft.CodeAnalysis", ran.Error.Message, StringComparison.Ordinal);
        Assert.Equal("4.8.0.0", (await _notebook.RunAsync("typeof(Microsoft.CodeAnalysis.SyntaxTree).Assembly.GetName().Version")).Succeeded().Value);
    }

    [Theory]
    [InlineData("1", "13.0.0.0", "")] // no cell has loaded the 12.0.3 that XPlot brings
    [InlineData("Newtonsoft.Json.JsonConvert.SerializeObject(1)", "12.0.0.0", "Newtonsoft.Json 12.0.3 is loaded already. Restart the kernel to use 13.0.1.\n")]
    public async Task What_a_package_has_brought_gives_way_until_it_is_loaded(string code, string version, string said)
    {
        await AddAsync("XPlot.Plotly, 4.1.0");
        (await _notebook.RunAsync(code)).Succeeded();

        var ran = (await _notebook.RunAsync("#r \"nuget: Newtonsoft.Json, 13.0.1\"\ntypeof(Newtonsoft.Json.JsonConvert).Assembly.GetName().Version")).Succeeded();

        Assert.Equal((version, said), (ran.Value, ran.Stderr));
    }

    [Fact]
    public async Task A_chart_of_a_package_is_drawn()
    {
        await AddAsync("XPlot.Plotly, 4.1.0");

        var shown = (await _notebook.RunAsync("XPlot.Plotly.Chart.Plot(new XPlot.Plotly.Scatter { x = new[] { 1, 2 }, y = new[] { 3, 4 } })")).Succeeded();

        Assert.Contains("application/vnd.plotly.v1+json", Assert.Single(shown.Shown.OfType<CellOutput.ExecuteResult>()).Data.Keys);
    }

    [Theory]
    [InlineData("*", "13.0.4", true)]
    [InlineData("*-*", "13.0.4", true)]
    [InlineData("13.*", "13.0.4", true)]
    [InlineData("13.0.*-*", "13.0.4", true)]
    [InlineData("12.*", "13.0.4", false)]
    [InlineData("13.0.4", "13.0.4", true)]
    [InlineData("13.0.4.0", "13.0.4", true)]
    [InlineData("13.0", "13.0.0", true)]
    [InlineData("13.0.3", "13.0.4", false)]
    [InlineData("13.0.4-beta1", "13.0.4", false)]
    [InlineData("1.0.0-Beta1", "1.0.0-beta1", true)]
    [InlineData("[13.0.4]", "13.0.4", true)]
    [InlineData("[12.0,13.0.4]", "13.0.4", true)]
    [InlineData("[12.0, 13.0.4)", "13.0.4", false)]
    [InlineData("(13.0.4,)", "13.0.4", false)]
    [InlineData("(,14)", "13.0.4", true)]
    [InlineData("[13.*, )", "13.0.4", false)]
    public void A_version_that_is_there_is_among_those_asked_for_or_not(string asked, string version, bool isAmong) =>
        Assert.Equal(isAmong, new PackageReference("X", asked).Allows(version));

    private async Task AddAsync(string package)
    {
        var restored = await _notebook.RunAsync($"#r \"nuget: {package}\"");
        Assert.SkipWhen(restored.Result.Failure?.Message.Contains("NU1301", StringComparison.Ordinal) == true, "no package source can be reached");
        restored.Succeeded();
    }
}
