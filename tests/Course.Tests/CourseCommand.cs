using System.Diagnostics;
using NotebookKernel.Running;

namespace Course.Tests;

/// <summary>What the command said and how it ended.</summary>
internal sealed record CommandResult(int ExitStatus, string Output, string Errors);

/// <summary>Runs the command as a user does: as a process, in a folder.</summary>
internal static class CourseCommand
{
    // The program that users run, not the copy that the build puts beside the tests.
    public static readonly string Program = Path.Combine(
        AppContext.BaseDirectory.Replace(Path.Combine("tests", "Course.Tests"), Path.Combine("lib", "Course"), StringComparison.Ordinal),
        "Course.dll");

    // The one that runs the tests, whatever the PATH says.
    public static readonly string DotNet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Programs.DotNet()!;

    /// <summary>The repository.</summary>
    public static string Root { get; } = AppContext.BaseDirectory[..AppContext.BaseDirectory.IndexOf(Path.Combine("tests", "Course.Tests"), StringComparison.Ordinal)];

    public static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "fixtures", name);

    public static Process Start(string folder, params string[] arguments) => Start(folder, [], arguments);

    /// <summary>Starts it; <paramref name="under"/> another program, with that one's arguments.</summary>
    public static Process Start(string folder, (string Name, string Value)[] environment, string[] arguments, params string[] under) =>
        StartCopy(Program, folder, environment, arguments, under);

    /// <summary>Starts another copy of it.</summary>
    public static Process StartCopy(
        string program, string folder, (string Name, string Value)[] environment, string[] arguments, params string[] under) =>
        StartProgram([.. under, DotNet, program, .. arguments], folder, environment);

    /// <summary>Starts any program, whose output can be read.</summary>
    public static Process StartProgram(string[] command, string folder, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["AheadOfTime"] = "false"; // the tests run what is built, and do not build it again
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public static Task<CommandResult> RunAsync(string folder, params string[] arguments) => RunAsync(folder, [], arguments);

    /// <summary>With some variables of the environment set to other values.</summary>
    public static async Task<CommandResult> RunAsync(string folder, (string Name, string Value)[] environment, params string[] arguments)
    {
        using var process = Start(folder, environment, arguments);
        return await EndAsync(process);
    }

    public static async Task<CommandResult> EndAsync(Process process)
    {
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        return new CommandResult(process.ExitCode, await output, await errors);
    }
}
