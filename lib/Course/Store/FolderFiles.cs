namespace Course.Store;

/// <summary>The files of a folder that may be a stranger's. One that cannot be read is told, and does not hide the others.</summary>
internal static class FolderFiles
{
    private static readonly EnumerationOptions _all = new() { IgnoreInaccessible = true, AttributesToSkip = 0 };

    /// <summary>The files with an ending, in the order of their names, each with what keeps it from being read; null if nothing
    /// does so far. Links are not followed, for they may lead out of the folder; one that leads nowhere is told.</summary>
    public static IEnumerable<(string Path, string? Problem)> In(string folder, string ending) => Directory.Exists(folder)
        ? new DirectoryInfo(folder).EnumerateFileSystemInfos("*" + ending, _all)
            .Where(entry => !LeadsElsewhere(entry))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => (entry.FullName, Problem(entry)))
        : [];

    /// <summary>What a reader finds, or what kept it from reading, in a few words.</summary>
    public static (T? Found, string? Problem) Try<T>(string path, Func<string, T?> read)
    {
        try
        {
            return (read(path), null);
        }
        catch (Exception e) // whatever is wrong with one file, the others are listed
        {
            return (default, e.Message.Replace($"{path}: ", "", StringComparison.Ordinal));
        }
    }

    private static bool LeadsElsewhere(FileSystemInfo entry) => entry.LinkTarget is not null && Problem(entry) is null;

    private static string? Problem(FileSystemInfo entry)
    {
        try
        {
            return entry.LinkTarget is null ? (entry is DirectoryInfo ? "a folder, not a file" : null)
                : entry.ResolveLinkTarget(returnFinalTarget: true) is { Exists: true } ? null
                : "a link that leads nowhere";
        }
        catch (IOException)
        {
            return "a link that leads back to itself";
        }
    }
}
