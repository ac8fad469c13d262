using Files;

namespace Course.Store;

/// <summary>What the page keeps for this user outside of the course: other users of the machine may neither read nor list it.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Writes a file, and makes the folder that it lies in if need be.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void WriteText(string path, string text)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(folder) != OwnerOnly)
        {
            File.SetUnixFileMode(folder, OwnerOnly);
        }

        AtomicFile.WriteText(path, text, isPrivate: true);
    }
}
