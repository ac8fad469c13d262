using NotebookSession.Hosting;

namespace NotebookSession.Tests.Hosting;

/// <summary>A host that has its assemblies in memory only, as in a browser: this process's own, by name.</summary>
public sealed class AssembliesInMemory : IAsyncDisposable
{
    private readonly TestSession _notebook = new(new SessionOptions { Assemblies = new LoadedAssemblies(DotNet, ["NotebookSession", "Mono.Cecil"]) });

    private static string[] DotNet => [.. HostAssemblies.InFiles.References.Keys.Where(name =>
        name.StartsWith("System", StringComparison.Ordinal) || name.StartsWith("Microsoft.CSharp", StringComparison.Ordinal))];

    [Fact]
    public async Task Cells_run_as_on_files()
    {
        Assert.Equal("42", (await _notebook.RunAsync("var list = new List<int> { 42 }; list.Max()")).Succeeded().Value);
        Assert.Equal("43", (await _notebook.RunAsync("dynamic x = list[0]; x + 1")).Succeeded().Value);
    }

    [Fact]
    public async Task The_sessions_own_library_may_lie_among_NETs_as_in_a_folder_that_carries_both()
    {
        await using var notebook = new TestSession(new SessionOptions { Assemblies = new LoadedAssemblies([.. DotNet, "NotebookSession"], ["NotebookSession"]) });

        Assert.Equal("2", (await notebook.RunAsync("1 + 1")).Succeeded().Value);
    }

    [Fact]
    public async Task A_library_of_the_host_is_found_by_its_name_wherever_the_directive_says_it_is()
    {
        var ran = await _notebook.RunAsync("#r \"../not/there/Mono.Cecil.dll\"\nusing Mono.Cecil;\ntypeof(TypeDefinition).Assembly == System.Runtime.Loader.AssemblyLoadContext.Default.Assemblies.Single(known => known.GetName().Name == \"Mono.Cecil\")");

        Assert.Equal("True", ran.Succeeded().Value);
    }

    [Fact]
    public async Task A_package_that_the_host_is_made_with_needs_no_fetching() =>
        Assert.Equal("", (await _notebook.RunAsync("#r \"nuget: Mono.Cecil, 0.11.6\"\nusing Mono.Cecil;\nnew TypeReference(\"a\", \"b\", null, null).Name")).Succeeded().Stderr);

    [Fact]
    public async Task Another_package_is_an_error_of_the_directive_that_says_why() =>
        Assert.Contains("There are no packages here", (await _notebook.RunAsync("#r \"nuget: Humanizer, 2.14.1\"")).Error.Message, StringComparison.Ordinal);

    [Fact]
    public void Members_of_libraries_are_completed_and_described()
    {
        Assert.Contains(_notebook.Session.Help.Complete("Math.Po", 7).Items, item => item.Text == "Pow");
        Assert.Contains("double Pow(double x, double y)", _notebook.Session.Help.Describe("Math.Pow", 6), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();
}
