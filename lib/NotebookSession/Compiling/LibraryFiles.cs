namespace NotebookSession.Compiling;

/// <summary>The files that a session's libraries were loaded from, and whether they have been built again since.</summary>
internal sealed class LibraryFiles
{
    private readonly Dictionary<string, (DateTime Built, bool IsCopied)> _files = [];

    /// <summary>Remembers the state of a library.</summary>
    /// <param name="path">The file that was asked for.</param>
    /// <param name="loaded">The one that runs: the same, or the host's copy of it.</param>
    public void Add(string path, string loaded) => _files.TryAdd(path, (File.GetLastWriteTimeUtc(loaded), path != loaded));

    /// <summary>A line for each that is newer than what runs, once for each time that it is built.</summary>
    public IReadOnlyList<string> BuiltSince()
    {
        var lines = new List<string>();
        foreach (var (path, (built, isCopied)) in _files.ToList())
        {
            var now = File.Exists(path) ? File.GetLastWriteTimeUtc(path) : built;
            if (now > built)
            {
                _files[path] = (now, isCopied);
                var remedy = isCopied ? "run install again, then restart the kernel" : "restart the kernel";
                lines.Add($"{Path.GetFileName(path)} has been built again, and this kernel still runs the older one: to use it as it is now, {remedy}.\n");
            }
        }

        return lines;
    }
}
