namespace Course;

/// <summary>Copies of folders.</summary>
internal static class Folders
{
    /// <summary>Copies all files of a folder into another, replacing what is there.</summary>
    /// <exception cref="IOException">They cannot be read or written.</exception>
    public static void Add(string folder, string target)
    {
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            AddFile(file, Path.Combine(target, Path.GetRelativePath(folder, file)));
        }
    }

    /// <summary>Copies a file, replacing what is there, and makes the folder that it lies in if need be.</summary>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    public static void AddFile(string file, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target, overwrite: true);
    }

    /// <summary>Copies files to the same places below another folder, which is not there yet: all of them, or none.</summary>
    /// <param name="folder">What they lie below.</param>
    /// <param name="files">Their paths.</param>
    /// <param name="target">The folder to make.</param>
    /// <exception cref="IOException">They cannot be read or written, or the target is there.</exception>
    public static void Copy(string folder, IEnumerable<string> files, string target)
    {
        var fresh = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetRandomFileName()}");
        try
        {
            foreach (var file in files)
            {
                var copy = Path.Combine(fresh, Path.GetRelativePath(folder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy); // with its time, by which the kernel sees that a library has been built again
            }

            Directory.Move(fresh, target);
        }
        finally
        {
            if (Directory.Exists(fresh))
            {
                Directory.Delete(fresh, recursive: true);
            }
        }
    }
}
