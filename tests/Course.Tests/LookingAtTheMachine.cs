using System.Text.Json.Nodes;
using Course.Tests.Page;

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
        Assert.Matches($@"fine   Writing     {_folder.Path}", ran.Output); // a home among the temporary files is one like any other
        Assert.Matches(@"maybe  Kernel      not announced.*\n +→ dotnet run -c Release --project lib/Course -- install", ran.Output);
        Assert.EndsWith("The course can be used here.\n", ran.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "argv": ["dotnet", "/nowhere/Course.dll", "kernel", "{connection_file}"] }""", "starts /nowhere/Course.dll, which is not there")]
    [InlineData("""{ "argv": ["/nowhere/Course", "kernel", "{connection_file}"] }""", "starts /nowhere/Course, which is not there")]
    [InlineData("""{ "argv": ["kernel"] }""", "cannot be read")]
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

    [Fact]
    public async Task A_kernel_that_runs_a_copy_of_this_build_is_fine_and_one_of_an_earlier_build_is_to_be_installed_again()
    {
        await CourseCommand.RunAsync(_folder.Path, [("JUPYTER_DATA_DIR", _folder.Path)], "install", "--copy");

        Assert.Contains($"fine   Kernel      {Spec}", (await DoctorAsync()).Output, StringComparison.Ordinal);

        var copy = Directory.GetDirectories(_folder["csharp-course"]).Single();
        var earlier = _folder["csharp-course/20200101-000000-000"];
        Directory.Move(copy, earlier);
        await File.WriteAllTextAsync(Spec, (await File.ReadAllTextAsync(Spec, TestContext.Current.CancellationToken)).Replace(copy, earlier, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Assert.Matches(@"maybe  Kernel      starts a copy of an earlier build.*\n +→ dotnet run .* -- install --copy", (await DoctorAsync()).Output);
    }

    [Fact]
    public async Task A_home_that_cannot_be_written_is_told_and_the_first_cell_runs_all_the_same()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a home that nobody can write");

        var ran = await DoctorAsync(("HOME", "/proc/nobody"), ("XDG_DATA_HOME", ""), ("TMPDIR", _folder.Path));

        Assert.Contains("a lesson's first cell ran", ran.Output, StringComparison.Ordinal);
        Assert.Matches(@"maybe  Writing     your home cannot be written.*\n +→ Set HOME", ran.Output);
    }

    [Fact]
    public async Task A_port_that_another_program_has_is_told_with_the_one_that_open_takes()
    {
        await using var taken = await Server.StartAsync(CourseCommand.Root, [("XDG_DATA_HOME", _folder.Path)], "02-rnn-step-by-step");

        Assert.Matches(@"fine   Port        \d+: another program has it; open takes \d+", (await DoctorAsync()).Output);
    }

    [Fact]
    public async Task An_older_SDK_is_named()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "an SDK that is a shell script");
        await ScriptAsync("dotnet", "[ \"$1\" = --list-sdks ] && echo '8.0.404 [/usr/share/dotnet/sdk]'");

        var ran = await DoctorAsync(("PATH", $"{_folder.Path}:/usr/bin:/bin"));

        Assert.Matches(@"WRONG  \.NET SDK    .*dotnet has 8\.0\.404, and none of version 10\n +→ Install the \.NET 10 SDK", ran.Output);
    }

    [Fact]
    public async Task Fonts_without_the_lessons_symbols_are_told_with_the_command_that_mends_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "where fonts are found by fontconfig");
        await ScriptAsync("fc-list", "exit 0");

        var ran = await DoctorAsync(("PATH", $"{_folder.Path}:{Environment.GetEnvironmentVariable("PATH")}"));

        Assert.Matches(@"maybe  Fonts       none has ⊙.*\n +→ sudo apt-get install fonts-dejavu-core", ran.Output);
    }

    [Theory]
    [InlineData(null, "completes nothing in C# cells")]
    [InlineData("""{ "jupyter.completionTriggerCharacters": { "python": ["."] } }""", "completes nothing in C# cells")]
    [InlineData("""{ /* mine */ "jupyter.completionTriggerCharacters": { "csharp": ["."] }, }""", "asks the kernel for completions")]
    public async Task VS_Codes_completion_setting_is_looked_up_where_it_has_its_settings(string? settings, string says)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "where it has them below .config");
        Directory.CreateDirectory(_folder[".vscode/extensions/ms-toolsai.jupyter-2026.6.0-linux-x64"]);
        Directory.CreateDirectory(_folder[".config/Code/User"]);
        if (settings is not null)
        {
            await File.WriteAllTextAsync(_folder[".config/Code/User/settings.json"], settings, TestContext.Current.CancellationToken);
        }

        Assert.Contains(says, (await DoctorAsync(("XDG_CONFIG_HOME", ""))).Output, StringComparison.Ordinal);
    }

    private async Task ScriptAsync(string name, string script)
    {
        await File.WriteAllTextAsync(_folder[name], $"#!/bin/sh\n{script}\n", TestContext.Current.CancellationToken);
        await System.Diagnostics.Process.Start("chmod", ["+x", _folder[name]]).WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private Task<CommandResult> DoctorAsync(params (string Name, string Value)[] environment) => CourseCommand.RunAsync(
        CourseCommand.Root, [("HOME", _folder.Path), ("JUPYTER_DATA_DIR", _folder.Path), .. environment], "doctor");
}
