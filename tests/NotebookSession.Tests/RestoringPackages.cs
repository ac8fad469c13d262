using System.IO.Compression;
using NotebookKernel.Packages;

namespace NotebookSession.Tests;

/// <summary>Against a package source of its own, in a folder: no network.</summary>
public sealed class RestoringPackages : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("packages").FullName;
    private readonly TestSession _notebook;

    public RestoringPackages()
    {
        var inner = Library.Build(Path.Combine(_folder, "build", "Test.Inner.dll"), "namespace Test; public class Inner { public int N = 7; }");
        var outer = Library.Build(Path.Combine(_folder, "build", "Test.Outer.dll"), "namespace Test; public class Outer { public Inner I = new(); }", inner);
        Pack("Test.Inner", "1.0.0", inner);
        Pack("Test.Outer", "2.0.0", outer, "<dependency id=\"Test.Inner\" version=\"1.0.0\" />");
        File.WriteAllText(Path.Combine(_folder, "nuget.config"),
            """
            <configuration>
              <config><add key="globalPackagesFolder" value="restored" /></config>
              <packageSources><clear /><add key="test" value="feed" /></packageSources>
              <packageSourceMapping><clear /></packageSourceMapping>
            </configuration>
            """);
        _notebook = Session();
    }

    public async ValueTask DisposeAsync()
    {
        await _notebook.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_package_brings_what_it_depends_on_and_is_restored_once()
    {
        Assert.Equal("7", (await _notebook.RunAsync("#r \"nuget: Test.Outer, 2.0.0\"\nnew Test.Outer().I.N")).Succeeded().Value);

        // Without its source, a second session still has it.
        Directory.Delete(Path.Combine(_folder, "feed"), recursive: true);
        await using var later = Session();
        Assert.Equal("8", (await later.RunAsync("#r \"nuget:Test.Outer,2.0.0\"\nnew Test.Inner().N + 1")).Succeeded().Value);
    }

    [Theory]
    [InlineData("Test.Nowhere, 1.0.0", "There is no such package")]
    [InlineData("Test.Inner, 9.0.0", "not in that version")]
    public async Task A_package_that_is_not_there_is_told(string package, string message)
    {
        var ran = await _notebook.RunAsync($"#r \"nuget: {package}\"");

        Assert.Contains(message, ran.Error.Message, StringComparison.Ordinal);
        Assert.Equal("2", (await _notebook.RunAsync("1 + 1")).Value);
    }

    [Fact]
    public async Task Files_beside_the_notebook_and_above_the_restore_say_nothing_about_it()
    {
        foreach (var folder in new[] { Notebooks, Path.Combine(_folder, "others") })
        {
            foreach (var file in new[] { "nuget.config", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "Directory.Build.rsp", "global.json" })
            {
                await File.WriteAllTextAsync(Path.Combine(folder, file), "< nothing that anybody can read", TestContext.Current.CancellationToken);
            }
        }

        Assert.Equal("7", (await _notebook.RunAsync("#r \"nuget: Test.Outer, 2.0.0\"\nnew Test.Outer().I.N")).Succeeded().Value);
    }

    [Fact]
    public void Where_packages_come_from_is_said_by_the_user_and_the_machine_alone() =>
        Assert.Equal(OperatingSystem.IsWindows() ? Path.GetPathRoot(Environment.SystemDirectory) : "/", new NuGetRestore().Settings);

    [Theory]
    [InlineData("Test.Inner, $([System.IO.File]::WriteAllText('x', 'y'))")]
    [InlineData("Test.Inner, 1.0.0%22 />")]
    [InlineData("Test.Inner, 1.0.0\" /><Import Project='x'")]
    [InlineData("Test.Inner, @(Compile)")]
    [InlineData("Test.Inner, 1;2")]
    [InlineData("../Test.Inner, 1.0.0")]
    [InlineData("Test$Inner, 1.0.0")]
    public async Task A_package_is_named_by_a_name_and_a_version_and_by_nothing_else(string package) => Assert.Contains(
        "Expected #r \"nuget: Name, version\"", (await _notebook.RunAsync($"#r \"nuget: {package}\"")).Error.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[1.0.0, 2.0.0)")]
    [InlineData("1.*-*")]
    [InlineData("1.0.0")]
    [InlineData("(,1.0.0]")]
    public async Task Versions_and_ranges_are_as_NuGet_writes_them(string version) =>
        Assert.Equal("8", (await _notebook.RunAsync($"#r \"nuget: Test.Inner, {version}\"\nnew Test.Inner().N + 1")).Succeeded().Value);

    [Fact]
    public async Task A_package_that_the_kernel_has_itself_is_shared() =>
        (await _notebook.RunAsync("#r \"nuget: Microsoft.DotNet.Interactive.Formatting, 1.0.0-beta.1\"\nFormatter.DefaultMimeType")).Succeeded();

    [Fact]
    public async Task A_package_that_no_source_has_in_that_version_is_the_next_one_and_says_so() => Assert.Equal(
        "Test.Inner 1.0.0 is used: no source has 0.9.0.\n", (await _notebook.RunAsync("#r \"nuget: Test.Inner, 0.9.0\"")).Succeeded().Stderr);

    [Fact]
    public async Task Without_a_version_the_package_that_is_loaded_will_do()
    {
        await _notebook.RunAsync("#r \"nuget: Test.Inner, 1.0.0\"");

        Assert.Equal("7", (await _notebook.RunAsync("#r \"nuget: Test.Inner\"\nnew Test.Inner().N")).Succeeded().Value);
    }

    [Fact]
    public async Task Another_version_than_the_loaded_one_needs_a_restart_and_says_so()
    {
        await _notebook.RunAsync("#r \"nuget: Test.Inner, 1.0.0\"");

        Assert.Contains("Test.Inner 1.0.0 is loaded already. Restart the kernel to use 2.0.0.",
            (await _notebook.RunAsync("#r \"nuget: Test.Inner, 2.0.0\"")).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_whose_package_no_source_has_is_passed_over()
    {
        var ran = (await _notebook.RunAsync("#!fsharp\nlet x = 1\n#!csharp\n6 * 7")).Succeeded();

        Assert.StartsWith("F# is not run here: FSharp.Compiler.Service, ", ran.Shown.OfType<CellOutput.DisplayData>().Single().Data["text/plain"].ToString(), StringComparison.Ordinal);
        Assert.Equal("42", ran.Value);
        Assert.Contains("F# is not run here, so it has no x to share", (await _notebook.RunAsync("#!share --from fsharp x")).Error.Message, StringComparison.Ordinal);
    }

    private TestSession Session() =>
        new(new SessionOptions { WorkingDirectory = Notebooks, Packages = new NuGetRestore { Cache = Path.Combine(_folder, "others", "cache"), Settings = _folder } });

    private string Notebooks => Directory.CreateDirectory(Path.Combine(_folder, "others", "notebooks")).FullName;

    private void Pack(string id, string version, string library, string dependency = "")
    {
        Directory.CreateDirectory(Path.Combine(_folder, "feed"));
        using var archive = ZipFile.Open(Path.Combine(_folder, "feed", $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        using (var nuspec = new StreamWriter(archive.CreateEntry($"{id}.nuspec").Open()))
        {
            nuspec.Write(
                $"""
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
                  <id>{id}</id><version>{version}</version><authors>test</authors><description>test</description>
                  <dependencies><group targetFramework="net10.0">{dependency}</group></dependencies>
                </metadata></package>
                """);
        }

        archive.CreateEntryFromFile(library, $"lib/net10.0/{id}.dll");
    }
}
