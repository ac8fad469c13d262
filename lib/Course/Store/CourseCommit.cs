using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NotebookKernel.Running;

namespace Course.Store;

/// <summary>
/// The commit that a course's folder holds. Git is asked for the names of the committed contents alone, which obeys no
/// filter, hook or monitor of a repository's settings; whether files are the same is found out here.
/// </summary>
/// <param name="root">The course's folder. Only of the one that this program was built from may git be asked.</param>
public sealed class CourseCommit(string root)
{
    private const string Blob = "100", Never = "protocol.allow=never"; // what is missing is not fetched

    /// <summary>The commit that this program was built from; null if it was installed.</summary>
    public static CourseCommit? Own => CourseFolder.Clone() is { } root ? new CourseCommit(root) : null;

    /// <summary>Its short name; null if there is no commit, or no git.</summary>
    public string? Name => Ask("rev-parse", "--short", "HEAD");

    /// <summary>Whether a file differs from what is committed, or is gone.</summary>
    public bool IsChanged => Ask("ls-tree", "-r", "-z", "HEAD")?.Split('\0', StringSplitOptions.RemoveEmptyEntries)
        .Where(entry => entry.StartsWith(Blob, StringComparison.Ordinal))
        .Select(entry => entry.Split([' ', '\t'], 4))
        .Any(entry => Path.Combine(root, entry[3]) is var path && !(File.Exists(path) && IsNamed(entry[2], File.ReadAllBytes(path)))) == true;

    /// <summary>Whether that file is committed with this text.</summary>
    public bool Holds(string path, string text)
    {
        var name = Path.GetRelativePath(root, path);
        return !Path.IsPathRooted(name) && !name.StartsWith("..", StringComparison.Ordinal)
            && Ask("rev-parse", "HEAD:" + name.Replace('\\', '/')) is { } committed
            && IsNamed(committed, Encoding.UTF8.GetBytes(text));
    }

    // Windows may have written other line ends.
    private static bool IsNamed(string committed, byte[] content) => NameOf(content) == committed
        || NameOf(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(content).Replace("\r\n", "\n", StringComparison.Ordinal))) == committed;

    // git-scm.com, "Git Internals - Git Objects".
    private static string NameOf(byte[] content) => Convert.ToHexStringLower(
        SHA1.HashData([.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {content.Length}\0")), .. content]));

    private string? Ask(params string[] question)
    {
        var git = new ProcessStartInfo("git", ["--git-dir", Path.Combine(root, ".git"), "-c", Never, .. question]) { WorkingDirectory = root };
        foreach (var setting in git.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            git.Environment.Remove(setting); // they may name another repository
        }

        return Programs.AskAsync(git).GetAwaiter().GetResult();
    }
}
