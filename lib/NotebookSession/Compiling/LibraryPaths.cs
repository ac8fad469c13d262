using System.Reflection;

namespace NotebookSession.Compiling;

/// <summary>Where a session's libraries are, by simple name, and its native ones, by file name.</summary>
internal sealed class LibraryPaths
{
    private readonly Dictionary<string, string> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _packages = [];
    private readonly Dictionary<string, string> _native = new(StringComparer.Ordinal);
    private readonly List<string> _folders = [];

    /// <summary>The file that was added by that name; null if none was.</summary>
    public string? Added(string name) => _files.GetValueOrDefault(name);

    /// <summary>The file of that name, also in the folder of one that was added; null if there is none.</summary>
    public string? Find(string name) =>
        Added(name) ?? _folders.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists);

    /// <summary>The native library of that name; null if there is none.</summary>
    public string? FindNative(string name) =>
        _native.GetValueOrDefault(name)
        ?? _native.GetValueOrDefault("lib" + name)
        ?? _folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Whether a file is a package's, which nobody builds again.</summary>
    public bool IsPackages(string path) => _packages.Contains(path);

    /// <summary>Adds a library, in the place of one that had its name.</summary>
    public void Add(string name, string path) => _files[name] = path;

    /// <summary>Adds a package's library, in the place of one that had its name.</summary>
    public void AddPackages(string name, string path)
    {
        Add(name, path);
        _packages.Add(path);
    }

    /// <summary>Adds a native library.</summary>
    public void AddNative(string path)
    {
        _native[Path.GetFileName(path)] = path;
        _native[Path.GetFileNameWithoutExtension(path)] = path;
    }

    /// <summary>Adds a folder to look in; false if it is known.</summary>
    public bool AddFolder(string folder)
    {
        if (_folders.Contains(folder))
        {
            return false;
        }

        _folders.Add(folder);
        return true;
    }

    /// <summary>The simple name of the library in a file.</summary>
    /// <exception cref="CellException">It is none.</exception>
    public static string NameOf(string path)
    {
        try
        {
            return AssemblyName.GetAssemblyName(path).Name!;
        }
        catch (BadImageFormatException)
        {
            throw new CellException("DirectiveError", $"{path} is not a .NET library.");
        }
    }
}
