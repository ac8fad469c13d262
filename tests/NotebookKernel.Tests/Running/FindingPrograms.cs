using System.ComponentModel;
using System.Diagnostics;
using NotebookKernel.Running;

namespace NotebookKernel.Tests.Running;

[Collection(nameof(FindingPrograms))] // PATH and the current folder are the process's
public sealed class FindingPrograms : IDisposable
{
    private const string Planted = "planted-program";

    private readonly string _folder = Directory.CreateTempSubdirectory("programs-").FullName;
    private readonly string _current = Directory.GetCurrentDirectory();
    private readonly string? _path = Environment.GetEnvironmentVariable("PATH");

    public FindingPrograms()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the planted programs are shell scripts");
        Plant(_folder);
        Directory.SetCurrentDirectory(_folder);
    }

    public void Dispose()
    {
        Directory.SetCurrentDirectory(_current);
        Environment.SetEnvironmentVariable("PATH", _path);
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("::.:./:")]
    public void A_program_in_the_current_folder_is_not_found_whatever_relative_folders_PATH_names(string more)
    {
        Environment.SetEnvironmentVariable("PATH", $"{more}:{_path}");

        Assert.Null(Programs.Find(Planted));
        Assert.Throws<Win32Exception>(() => Programs.Start(new ProcessStartInfo(Planted)));
        Assert.Null(Programs.Find("./" + Planted));
        Assert.Throws<Win32Exception>(() => Programs.Start(new ProcessStartInfo("./" + Planted)));
    }

    [Fact]
    public async Task A_program_of_PATH_runs_and_not_in_the_current_folder()
    {
        var bin = Directory.CreateDirectory(Path.Combine(_folder, "bin")).FullName;
        Plant(bin);
        Environment.SetEnvironmentVariable("PATH", $".:{bin}:{_path}");

        Assert.Equal(Path.Combine(bin, Planted), Programs.Find(Planted));
        Assert.Equal(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory), await Programs.AskAsync(new ProcessStartInfo(Planted)));
        Assert.Equal(bin, await Programs.AskAsync(new ProcessStartInfo(Planted) { WorkingDirectory = bin }));
    }

    [Fact]
    public void A_file_that_may_not_be_run_is_no_program()
    {
        var bin = Directory.CreateDirectory(Path.Combine(_folder, "bin")).FullName;
        File.WriteAllText(Path.Combine(bin, Planted), "");
        Environment.SetEnvironmentVariable("PATH", bin);

        Assert.Null(Programs.Find(Planted));
    }

    [Fact]
    public async Task A_program_that_is_not_there_or_fails_has_nothing_to_say()
    {
        Assert.Null(await Programs.AskAsync(new ProcessStartInfo("no-such-program")));
        Assert.Null(await Programs.AskAsync(new ProcessStartInfo("false")));
    }

    private static void Plant(string folder)
    {
        var program = Path.Combine(folder, Planted);
        File.WriteAllText(program, "#!/bin/sh\npwd\n");
        using var made = Process.Start("chmod", ["+x", program]);
        made.WaitForExit();
    }
}

/// <summary>Runs those tests while no other runs.</summary>
[CollectionDefinition(nameof(FindingPrograms), DisableParallelization = true)]
public sealed class FindingProgramsAlone;
