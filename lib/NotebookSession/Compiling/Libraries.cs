using System.Reflection;
using Microsoft.CodeAnalysis;
using NotebookSession.Hosting;
using NotebookSession.Packages;

namespace NotebookSession.Compiling;

/// <summary>
/// The libraries that a session was given by <c>#r</c>: metadata for the compiler, assemblies for the runtime, from
/// one table, so that both always mean the same file. The host's own assemblies come first in both, but for those that a
/// package has in another version.
/// </summary>
internal sealed class Libraries
{
    private readonly LibraryPaths _paths = new();
    private readonly LibraryFiles _built = new();
    private readonly LibraryContext _context;

    public Libraries(HostAssemblies host)
    {
        Host = host;
        References = new LibraryReferences(host, _paths);
        _context = new LibraryContext(name => Own.IsHosts(name) ? null : _paths.Find(name), _paths.IsPackages, _paths.FindNative);
    }

    /// <summary>The host's own.</summary>
    public HostAssemblies Host { get; }

    /// <summary>The compiler's side.</summary>
    public LibraryReferences References { get; }

    /// <summary>Which of the host's a package has in another version.</summary>
    public OwnVersions Own => References.Own;

    /// <summary>Whether a file of that name was added, by itself or in a package.</summary>
    public bool Has(string name) => _paths.Added(name) is not null;

    /// <summary>What is to be said of libraries that have been built again since they were loaded.</summary>
    public IReadOnlyList<string> BuiltSince() => _built.BuiltSince();

    /// <summary>Adds a file that stays in place while the session lives, and its folder for what it refers to.</summary>
    public void AddFile(string path)
    {
        var name = LibraryPaths.NameOf(path);
        using var adding = References.Change();
        if (!Own.IsHosts(name) && _paths.Added(name) is { } known && known != path)
        {
            throw new CellException("DirectiveError", $"{name} is already loaded from {known}. Restart the kernel to load it from {path}.");
        }

        var reference = References.Read(name, path)!;
        if (Own.InTheWayOf(Own.IsHosts(name) ? [name] : HostAssemblies.Needs(reference)) is { } other)
        {
            throw new CellException("DirectiveError",
                $"{name} needs this kernel's {other}, and another version of that is loaded. Restart the kernel and load {name} first.");
        }

        _paths.Add(name, path);
        _built.Add(path, Host.PathOf(name) ?? path);
        if (!References.Has(name))
        {
            References.Give(name, reference);
        }

        if (Path.GetDirectoryName(path) is { } folder && _paths.AddFolder(folder))
        {
            References.LookAgain();
        }
    }

    /// <summary>Adds one of the host's own, if cells don't have it.</summary>
    public void AddShared(string name)
    {
        if (References.Has(name) || !Own.IsHosts(name))
        {
            return;
        }

        if (Host.PathOf(name) is { } path)
        {
            AddFile(path);
        }
        else
        {
            AddCompiled(name, Host.Reference(name));
        }
    }

    /// <summary>Adds packages: what cells may refer to, what runs for it, and native libraries by their file names.</summary>
    /// <param name="files">The packages'.</param>
    /// <param name="asked">Assemblies that must not be replaced by the host's of a version near to theirs.</param>
    /// <returns>What cells go on with, though the packages have it newer, or in another version than the one that is loaded.</returns>
    public IReadOnlyList<KeptVersion> AddPackages(RestoredFiles files, IReadOnlySet<string> asked)
    {
        using var adding = References.Change();
        var runtime = files.Runtime.Select(path => (Name: LibraryPaths.NameOf(path), Path: path)).DistinctBy(file => file.Name, StringComparer.OrdinalIgnoreCase).ToList();
        var kept = DecideOnHosts(runtime, asked, files);

        // A package's reference assembly and the one that runs may be two files: the latter is loaded.
        foreach (var (name, path) in runtime.Where(file => !Own.IsHosts(file.Name)))
        {
            if (_paths.Added(name) is { } known && known != path && _context.Loaded(name) is { } loaded)
            {
                kept.Add(new KeptVersion(name, HostAssemblies.VersionOf(loaded), name, files.VersionOf(name)));
            }
            else
            {
                _paths.AddPackages(name, path);
            }
        }

        foreach (var (name, path) in files.Compile.Select(path => (Name: LibraryPaths.NameOf(path), path)).Where(file => !References.IsInteractives(file.Name)))
        {
            var isKept = kept.Exists(version => version.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (!References.Has(name) || (References.FileOf(name) != path && !isKept))
            {
                References.Give(name, References.Read(name, path)!);
            }
        }

        foreach (var path in files.Native)
        {
            _paths.AddNative(path);
        }

        References.LookAgain();
        return kept;
    }

    /// <summary>Adds an assembly compiled in this session; it replaces an earlier one with the same name.</summary>
    public void AddCompiled(string name, MetadataReference reference)
    {
        using var adding = References.Change();
        References.Give(name, reference);
    }

    /// <summary>The assembly of that name for running code: the host's, else a library's, else null.</summary>
    public Assembly? Load(AssemblyName name) => _context.LoadFromAssemblyName(name);

    // Of those that the host has too: what cells have got already is kept, and told if the packages have it newer.
    private List<KeptVersion> DecideOnHosts(List<(string Name, string Path)> runtime, IReadOnlySet<string> asked, RestoredFiles files)
    {
        var hosts = runtime.Where(file => Own.IsHosts(file.Name) && !Own.IsForAll(file.Name)).ToList();
        var taken = hosts.Count > 0 ? References.Taken : new Dictionary<string, string>();
        Own.Add(hosts.Where(file => !taken.ContainsKey(file.Name)).ToDictionary(), asked);
        return [.. hosts.Where(file => taken.ContainsKey(file.Name) && Host.IsOlder(file.Name, file.Path))
            .Select(file => new KeptVersion(file.Name, HostAssemblies.VersionOf(file.Name), taken[file.Name], files.VersionOf(file.Name)))];
    }
}
