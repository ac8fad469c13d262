using System.Text.Json.Nodes;

namespace Course.Tests;

public sealed class LookingAtTheMachine : IDisposable
{
    private readonly CourseFolder _folder = new();

    private string Spec => Path.Combine(_folder.Path, "kernels", "csharp-course", "kernel.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_machine_that_has_all_that_is_needed_is_fine_and_what_is_optional_comes_with_its_command()
    {
        var ran = await DoctorAsync();

        Assert.True(ran.ExitStatus == 0, ran.Output + ran.Errors);
        Assert.Matches(@"fine   \.NET SDK    10\.", ran.Output);
        Assert.Contains("a lesson's first cell ran", ran.Output, StringComparison.Ordinal);
        Assert.Matches(@"maybe  Kernel      not announced.*\n +→ dotnet run -c Release --project lib/Course -- install", ran.Output);
        Assert.EndsWith("The course can be used here.\n", ran.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "argv": ["dotnet", "/nowhere/Course.dll", "kernel", "{connection_file}"] }""", "starts /nowhere/Course.dll, which is not there")]
    [InlineData("""{ "argv": "dotnet" }""", "cannot be read")]
    [InlineData("{", "cannot be read")]
    public async Task A_kernel_that_cannot_start_is_wrong(string spec, string says)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Spec)!);
        await File.WriteAllTextAsync(Spec, spec, TestContext.Current.CancellationToken);

        var ran = await DoctorAsync();

        Assert.Equal(4, ran.ExitStatus);
        Assert.Matches($@"WRONG  Kernel      \S*kernel\.json {says}", ran.Output);
    }

    [Fact]
    public async Task Without_an_SDK_it_says_where_to_get_one()
    {
        var ran = await DoctorAsync(("PATH", _folder.Path));

        Assert.Equal(4, ran.ExitStatus);
        Assert.Matches(@"WRONG  \.NET SDK    no dotnet on the PATH\n +→ Install the \.NET 10 SDK", ran.Output);
    }

    [Fact]
    public async Task The_installed_kernel_and_extensions_are_found()
    {
        Directory.CreateDirectory(_folder[".vscode/extensions/ms-toolsai.jupyter-2026.6.0-linux-x64"]);
        Directory.CreateDirectory(_folder[".vscode/extensions/ms-toolsai.jupyter-renderers-1.3.0"]);
        Directory.CreateDirectory(_folder[".vscode/extensions/ms-dotnettools.dotnet-interactive-vscode-1.0.6"]);
        await CourseCommand.RunAsync(_folder.Path, [("JUPYTER_DATA_DIR", _folder.Path)], "install");

        var ran = await DoctorAsync();

        Assert.Contains($"fine   Kernel      {Spec}", ran.Output, StringComparison.Ordinal);
        Assert.Contains("fine   VS Code     Jupyter extension 2026.6.0", ran.Output, StringComparison.Ordinal);
        Assert.Contains("code --install-extension ms-dotnettools.csharp", ran.Output, StringComparison.Ordinal);
        Assert.Contains("code --uninstall-extension ms-dotnettools.dotnet-interactive-vscode", ran.Output, StringComparison.Ordinal);
        Assert.True(JsonNode.Parse(await File.ReadAllTextAsync(Spec, TestContext.Current.CancellationToken)) is JsonObject);
    }

    private Task<CommandResult> DoctorAsync(params (string Name, string Value)[] environment) => CourseCommand.RunAsync(
        CourseCommand.Root, [("HOME", _folder.Path), ("JUPYTER_DATA_DIR", _folder.Path), .. environment], "doctor");
}
