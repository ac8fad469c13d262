using System.ComponentModel;
using System.Diagnostics;

namespace Course.Live.Files;

/// <summary>What Git knows of a file, if there is Git.</summary>
internal static class Git
{
    /// <summary>Whether the file is in the last commit as it is now. Without Git nobody knows, and it is not.</summary>
    public static bool IsCommitted(string folder, string path)
    {
        try
        {
            using var git = Process.Start(
                new ProcessStartInfo("git", ["--no-optional-locks", "-C", folder, "status", "--porcelain", "--ignored", "--", path])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                })!;
            var (output, _) = (git.StandardOutput.ReadToEndAsync(), git.StandardError.ReadToEndAsync());
            return git.WaitForExit(TimeSpan.FromSeconds(5)) && git.ExitCode == 0 && string.IsNullOrWhiteSpace(output.Result);
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
