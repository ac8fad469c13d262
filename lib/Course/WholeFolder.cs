namespace Course;

/// <summary>Copies of folders that are there whole, or not at all.</summary>
internal static class WholeFolder
{
    /// <summary>Copies files to the same places below another folder, which is not there yet.</summary>
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
