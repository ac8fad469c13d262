using System.Diagnostics;

namespace Course.Tests.Jupyter;

/// <summary>The kernel, installed by the command into a folder that makes it hard, and Debian's Jupyter to use it with.</summary>
public sealed class InstalledKernel : IAsyncLifetime
{
    private const string Python = "/usr/bin/python3";

    private readonly string _prefix = Path.Combine(Directory.CreateTempSubdirectory("course-").FullName, "Kurs für Jürgen");

    public string Kernels => Path.Combine(Jupyter, "kernels");

    private string Jupyter => Path.Combine(_prefix, "share", "jupyter");

    public async ValueTask InitializeAsync() =>
        Assert.Equal(0, (await CourseCommand.RunAsync(Path.GetTempPath(), "install", "--prefix", _prefix)).ExitStatus);

    /// <summary>Runs a Python script of the fixtures; the test is skipped without the module that it needs, but not in CI.</summary>
    internal async Task<CommandResult> RunAsync(string module, string script, params string[] arguments)
    {
        await RequireAsync(module);
        return await PythonAsync(Jupyter, [CourseCommand.Fixture(script), .. arguments]);
    }

    /// <summary>jupyter nbconvert, as installed with jupyter-notebook.</summary>
    internal async Task<CommandResult> ConvertAsync(params string[] arguments)
    {
        await RequireAsync("nbconvert");
        return await PythonAsync(Jupyter, ["-m", "nbconvert", .. arguments]);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Path.GetDirectoryName(_prefix)!, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Skips the test without a Python module that it needs, but not in CI.</summary>
    internal static async Task RequireAsync(string module)
    {
        var has = File.Exists(Python) && (await PythonAsync("", "-c", $"import {module}")).ExitStatus == 0;
        Assert.SkipWhen(!has && Environment.GetEnvironmentVariable("CI") != "true", $"{Python} has no {module}.");
        Assert.True(has, $"{Python} has no {module}, and in CI this test must run.");
    }

    /// <summary>Runs Python, whose Jupyter finds the kernels below a folder.</summary>
    internal static async Task<CommandResult> PythonAsync(string jupyter, params string[] arguments)
    {
        var start = new ProcessStartInfo(Python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["JUPYTER_PATH"] = jupyter;
        using var process = Process.Start(start)!;
        return await CourseCommand.EndAsync(process);
    }
}
