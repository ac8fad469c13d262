using System.Diagnostics;

namespace Course.Doctoring;

/// <summary>The programs of this machine.</summary>
internal static class Programs
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    /// <summary>Where a program is that a shell would start by this name; null if there is none.</summary>
    public static string? Find(string name)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat"] : [""];
        return folders.SelectMany(folder => endings.Select(ending => Path.Combine(folder, name + ending))).FirstOrDefault(File.Exists);
    }

    /// <summary>What a program prints to its standard output; null if it fails, or does not end.</summary>
    public static async Task<string?> AskAsync(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
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
}
