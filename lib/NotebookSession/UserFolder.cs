namespace NotebookSession;

/// <summary>Where this user's things are kept that belong to no notebook: unsaved work, restored packages.</summary>
public static class UserFolder
{
    private const string Name = "NotebookCourse";

    private static readonly string? _lasting =
        Made(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), Name);

    /// <summary>The user's local application data; where there is no home, or none that can be written, a folder of the
    /// user's own among the temporary files.</summary>
    public static string Location { get; } = _lasting
        ?? Made(Path.GetTempPath(), $"{Name}-{Environment.UserName}")
        ?? Directory.CreateTempSubdirectory($"{Name}-").FullName;

    /// <summary>Whether it may be gone after a restart of the machine, as temporary files are.</summary>
    public static bool IsTemporary => _lasting is null;

    // Null if it can't be made, can't be written, or is open to others, who may have put it there.
    private static string? Made(string parent, string name)
    {
        try
        {
            if (parent.Length == 0)
            {
                return null;
            }

            var path = Path.Combine(parent, name);
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else if (!Directory.Exists(path))
            {
                Directory.CreateDirectory(path, OwnerOnly);
            }
            else if (parent == Path.GetTempPath() && File.GetUnixFileMode(path) != OwnerOnly)
            {
                return null;
            }

            using var probe = new FileStream(
                Path.Combine(path, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
}
