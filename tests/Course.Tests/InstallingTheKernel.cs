using System.Text.Json.Nodes;

namespace Course.Tests;

public sealed class InstallingTheKernel : IDisposable
{
    private readonly CourseFolder _folder = new();

    private string Kernels => Path.Combine(_folder.Path, "share", "jupyter", "kernels");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_written_replaced_and_removed_and_what_was_done_is_said()
    {
        var written = await InstallAsync("--prefix", _folder.Path);
        await InstallAsync("--prefix", _folder.Path);
        var spec = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Kernels, "csharp-course", "kernel.json"), TestContext.Current.CancellationToken))!;

        Assert.Contains(Path.Combine(Kernels, "csharp-course"), written.Output, StringComparison.Ordinal);
        Assert.Equal(["csharp-course"], Directory.GetFileSystemEntries(Kernels).Select(path => Path.GetFileName(path)));
        Assert.Equal(["kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg"],
            Directory.GetFiles(Path.Combine(Kernels, "csharp-course")).Select(path => Path.GetFileName(path)).Order());
        Assert.Equal("C#", (string?)spec["language"]);
        Assert.True(File.Exists((string?)spec["argv"]![0]), "dotnet");
        Assert.True(File.Exists((string?)spec["argv"]![1]), "Course.dll");

        Assert.Contains("Removed", (await InstallAsync("--prefix", _folder.Path, "--remove")).Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Kernels));
        Assert.Contains("nothing to remove", (await InstallAsync("--prefix", _folder.Path, "--remove")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_is_started_that_holds_no_file_of_the_build_and_is_replaced_and_removed()
    {
        Directory.CreateDirectory(Path.Combine(Kernels, "..", "csharp-course", "an earlier build"));
        await InstallAsync("--prefix", _folder.Path, "--copy");
        await InstallAsync("--prefix", _folder.Path, "--copy");
        var spec = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Kernels, "csharp-course", "kernel.json"), TestContext.Current.CancellationToken))!;
        var program = (string)spec["argv"]![1]!;

        Assert.StartsWith(Path.Combine(_folder.Path, "share", "jupyter", "csharp-course"), program, StringComparison.Ordinal);
        Assert.Equal([Path.GetDirectoryName(program)], Directory.GetDirectories(Path.Combine(Kernels, "..", "csharp-course")).Select(Path.GetFullPath));
        using var kernel = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo((string)spec["argv"]![0]!, [program, "kernel", "none.json"])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Assert.Contains("none.json", (await CourseCommand.EndAsync(kernel)).Errors, StringComparison.Ordinal);

        await InstallAsync("--prefix", _folder.Path, "--remove");
        Assert.False(Directory.Exists(Path.Combine(Kernels, "..", "csharp-course")));
    }

    [Fact]
    public async Task It_takes_the_name_that_notebooks_ask_for_and_gives_it_back_to_whose_it_was()
    {
        var theirs = Path.Combine(Kernels, ".net-csharp", "kernel.json");
        Directory.CreateDirectory(Path.GetDirectoryName(theirs)!);
        await File.WriteAllTextAsync(theirs, "theirs", TestContext.Current.CancellationToken);

        await InstallAsync("--prefix", _folder.Path, "--as", ".net-csharp");
        await InstallAsync("--prefix", _folder.Path, "--as", ".net-csharp");
        await InstallAsync("--prefix", _folder.Path, "--as", "dotnet");
        await InstallAsync("--prefix", _folder.Path);
        var spec = JsonNode.Parse(await File.ReadAllTextAsync(theirs, TestContext.Current.CancellationToken))!;
        Assert.Equal("C# (course, as .net-csharp)", (string?)spec["display_name"]);
        Assert.Equal([".net-csharp", "csharp-course", "dotnet"], Directory.GetDirectories(Kernels).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

        Assert.Contains("Removed .net-csharp from", (await InstallAsync("--prefix", _folder.Path, "--as", ".net-csharp", "--remove")).Output, StringComparison.Ordinal);
        Assert.Equal("theirs", await File.ReadAllTextAsync(theirs, TestContext.Current.CancellationToken));
        Assert.Contains("nothing to remove", (await InstallAsync("--prefix", _folder.Path, "--as", ".net-csharp", "--remove")).Output, StringComparison.Ordinal);
        Assert.Contains("Removed csharp-course, dotnet from", (await InstallAsync("--prefix", _folder.Path, "--remove")).Output, StringComparison.Ordinal);
        Assert.Equal([".net-csharp"], Directory.GetDirectories(Kernels).Select(path => Path.GetFileName(path)));
        Assert.Equal(["kernels"], Directory.GetFileSystemEntries(Path.GetDirectoryName(Kernels)!).Select(path => Path.GetFileName(path)));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("")]
    public async Task A_name_that_no_kernel_can_have_is_told(string name) =>
        Assert.Equal(1, (await InstallAsync("--prefix", _folder.Path, "--as", name)).ExitStatus);

    [Fact]
    public async Task One_place_is_enough() => Assert.Equal(1, (await InstallAsync("--user", "--system")).ExitStatus);

    [Theory]
    [InlineData("none.json", "none.json")]
    [InlineData("printing.ipynb", "shell_port is missing")]
    public async Task A_kernel_without_a_connection_file_says_so_in_a_line(string file, string says)
    {
        using var folder = new CourseFolder("printing.ipynb");
        var ran = await CourseCommand.RunAsync(folder.Path, "kernel", file);

        Assert.Equal(1, ran.ExitStatus);
        Assert.StartsWith("error: ", ran.Errors, StringComparison.Ordinal);
        Assert.Contains(says, ran.Errors, StringComparison.Ordinal);
    }

    private Task<CommandResult> InstallAsync(params string[] arguments) =>
        CourseCommand.RunAsync(_folder.Path, ["install", .. arguments]);
}
