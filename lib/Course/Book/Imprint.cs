using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Course.Book;

/// <summary>When a book was made, and of what.</summary>
/// <param name="Made">When.</param>
/// <param name="Commit">The commit's short name; null if there is none.</param>
/// <param name="Changed">Whether files differ from the commit's.</param>
public sealed record Imprint(DateTimeOffset Made, string? Commit, bool Changed)
{
    /// <summary>What git says of this folder, now.</summary>
    public static Imprint Of(string folder)
    {
        var commit = Git(folder, "rev-parse", "--short", "HEAD");
        return new Imprint(TimeProvider.System.GetLocalNow(), commit, commit is not null && Git(folder, "status", "--porcelain", "-uno") != "");
    }

    /// <summary>The line that stands at the foot of each page.</summary>
    public override string ToString()
    {
        var day = Made.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);
        return $"Made on {day}, {(Commit is null ? "not from a git repository" : $"from commit {Commit}{(Changed ? ", with changes since" : "")}")}";
    }

    private static string? Git(string folder, params string[] arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-C", folder, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var output = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null; // there is no git here
        }
    }
}
