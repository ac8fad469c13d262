using System.ComponentModel;
using System.Diagnostics;

namespace NotebookKernel.Running;

/// <summary>
/// The one way to start a program. .NET by itself looks for a bare name in the current folder before PATH, and starts the
/// program there; that folder may be a stranger's.
/// </summary>
public static class Programs
{
    private const int FileNotFound = 2; // the same number on all systems
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);
    private static readonly string[] _endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat"] : [""];

    /// <summary>Where a program of this name is in PATH; null if there is none. An entry of PATH that depends on the current
    /// folder ("", ".") does not count.</summary>
    public static string? Find(string name) =>
        Path.GetFileName(name) != name || name.Length == 0 ? null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => folder.Trim('"'))
            .Where(folder => Path.IsPathFullyQualified(folder))
            .SelectMany(folder => _endings.Select(ending => Path.Combine(folder, name + ending)))
            .FirstOrDefault(IsProgram);

    /// <summary>Where dotnet is: the one that runs this program, else the one in PATH; null if there is none.</summary>
    public static string? DotNet()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var beside = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return File.Exists(beside) ? beside : Find("dotnet");
    }

    /// <summary>Starts a program.</summary>
    /// <param name="start">What to start: a full path, or a name that <see cref="Find"/> looks up. Without a working directory
    /// it starts in this program's own.</param>
    /// <exception cref="Win32Exception">There is no such program, or it can't be started.</exception>
    public static Process Start(ProcessStartInfo start)
    {
        start.FileName = Path.IsPathFullyQualified(start.FileName) ? start.FileName
            : Find(start.FileName) ?? throw new Win32Exception(FileNotFound, $"{start.FileName}: no such program in PATH");
        start.WorkingDirectory = start.WorkingDirectory is "" ? AppContext.BaseDirectory : Path.GetFullPath(start.WorkingDirectory);
        start.UseShellExecute = false; // a shell has its own ways to find programs
        return Process.Start(start)!;
    }

    /// <summary>What a program prints to its standard output; null if it isn't there, fails, or does not end.</summary>
    public static async Task<string?> AskAsync(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        Process process;
        try
        {
            process = Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }

        using var ended = process;
        try
        {
            _ = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync().WaitAsync(_patience).ConfigureAwait(false);
            await process.WaitForExitAsync().WaitAsync(_patience).ConfigureAwait(false);
            return process.ExitCode == 0 ? output.Trim() : null;
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            return null;
        }
    }

    private static bool IsProgram(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Executable) != 0);
}
