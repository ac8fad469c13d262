using System.Collections.Immutable;
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
internal sealed class Libraries : MetadataReferenceResolver
{
    private readonly Lock _tables = new(); // help with writing compiles while a cell adds libraries
    private readonly LibraryPaths _paths = new();
    private readonly Lazy<Dictionary<string, MetadataReference>> _references;
    private IReadOnlyList<MetadataReference>? _list;
    private readonly Dictionary<string, PortableExecutableReference?> _missing = new(StringComparer.OrdinalIgnoreCase);
    private readonly LibraryFiles _built = new();
    private readonly LibraryContext _context;

    public Libraries(HostAssemblies host)
    {
        Host = host;
        Own = new OwnVersions(host, Find);
        _references = new(() => new(host.References, StringComparer.OrdinalIgnoreCase));
        _context = new LibraryContext(name => Own.IsHosts(name) ? null : _paths.Find(name), _paths.IsPackages, _paths.FindNative);
    }

    /// <summary>The host's own.</summary>
    public HostAssemblies Host { get; }

    /// <summary>Which of the host's a package has in another version.</summary>
    public OwnVersions Own { get; }

    /// <summary>What cells have got from the host by what was added, each with a library that needs it.</summary>
    public IReadOnlyDictionary<string, string> Taken
    {
        get
        {
            lock (_tables)
            {
                return Own.Taken([.. _references.Value.Keys]);
            }
        }
    }

    /// <summary>Whether a file of that name was added, by itself or in a package.</summary>
    public bool Has(string name) => _paths.Added(name) is not null;

    /// <summary>What the next cell is compiled against; the same list as long as nothing is added.</summary>
    public IReadOnlyList<MetadataReference> References
    {
        get
        {
            lock (_tables)
            {
                return _list ??= [.. _references.Value.Values];
            }
        }
    }

    /// <summary>What is to be said of libraries that have been built again since they were loaded.</summary>
    public IReadOnlyList<string> BuiltSince() => _built.BuiltSince();

    /// <inheritdoc/>
    public override bool ResolveMissingAssemblies => true;

    /// <summary>Adds a file that stays in place while the session lives, and its folder for what it refers to.</summary>
    public void AddFile(string path)
    {
        var name = LibraryPaths.NameOf(path);
        using var adding = _tables.EnterScope();
        if (!Own.IsHosts(name) && _paths.Added(name) is { } known && known != path)
        {
            throw new CellException("DirectiveError", $"{name} is already loaded from {known}. Restart the kernel to load it from {path}.");
        }

        var reference = Reference(name, path)!;
        if (Own.InTheWayOf(Own.IsHosts(name) ? [name] : HostAssemblies.Needs(reference)) is { } other)
        {
            throw new CellException("DirectiveError",
                $"{name} needs this kernel's {other}, and another version of that is loaded. Restart the kernel and load {name} first.");
        }

        _list = null;
        _paths.Add(name, path);
        _references.Value.TryAdd(name, reference);
        _built.Add(path, Host.PathOf(name) ?? path);
        if (Path.GetDirectoryName(path) is { } folder && _paths.AddFolder(folder))
        {
            _missing.Clear();
        }
    }

    /// <summary>Adds one of the host's own, if cells don't have it.</summary>
    public void AddShared(string name)
    {
        lock (_tables)
        {
            if (_references.Value.ContainsKey(name))
            {
                return;
            }
        }

        if (Host.PathOf(name) is { } path && Own.IsHosts(name))
        {
            AddFile(path);
        }
        else if (Own.IsHosts(name))
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
        using var adding = _tables.EnterScope();
        _list = null;
        var runtime = files.Runtime.Select(path => (Name: LibraryPaths.NameOf(path), Path: path)).DistinctBy(file => file.Name, StringComparer.OrdinalIgnoreCase).ToList();
        var hosts = runtime.Where(file => Own.IsHosts(file.Name) && !Own.IsForAll(file.Name)).ToList();
        var taken = hosts.Count > 0 ? Taken : new Dictionary<string, string>();
        Own.Add(hosts.Where(file => !taken.ContainsKey(file.Name)).ToDictionary(), asked);
        var kept = hosts.Where(file => taken.ContainsKey(file.Name) && Host.IsOlder(file.Name, file.Path))
            .Select(file => new KeptVersion(file.Name, HostAssemblies.VersionOf(file.Name), taken[file.Name], VersionOf(file.Name))).ToList();

        // A package's reference assembly and the one that runs may be two files: the latter is loaded.
        foreach (var (name, path) in runtime.Where(file => !Own.IsHosts(file.Name)))
        {
            if (_paths.Added(name) is { } known && known != path && _context.Loaded(name) is { } loaded)
            {
                kept.Add(new KeptVersion(name, HostAssemblies.VersionOf(loaded), name, VersionOf(name)));
            }
            else
            {
                _paths.AddPackages(name, path);
            }
        }

        foreach (var (name, path) in files.Compile.Select(path => (LibraryPaths.NameOf(path), path)).Where(file => !IsInteractives(file.Item1)))
        {
            var reference = _references.Value.GetValueOrDefault(name) as PortableExecutableReference;
            if (reference is null || (reference.FilePath != path && kept.All(version => !version.Name.Equals(name, StringComparison.OrdinalIgnoreCase))))
            {
                _references.Value[name] = Reference(name, path)!;
            }
        }

        foreach (var path in files.Native)
        {
            _paths.AddNative(path);
        }

        _missing.Clear();
        return kept;

        string VersionOf(string name) => files.Versions.GetValueOrDefault(name, "the one of the packages");
    }

    /// <summary>Adds an assembly compiled in this session; it replaces an earlier one with the same key.</summary>
    public void AddCompiled(string key, MetadataReference reference)
    {
        lock (_tables)
        {
            _list = null;
            _references.Value[key] = reference;
        }
    }

    /// <summary>What a cell is compiled against that takes the place of some.</summary>
    public IReadOnlyList<MetadataReference> Without(IEnumerable<string> keys)
    {
        lock (_tables)
        {
            return [.. _references.Value.ExceptBy(keys, entry => entry.Key).Select(entry => entry.Value)];
        }
    }

    /// <summary>The assembly of that name for running code: the host's, else a library's, else null.</summary>
    public Assembly? Load(AssemblyName name) => _context.LoadFromAssemblyName(name);

    /// <inheritdoc/>
    public override PortableExecutableReference? ResolveMissingAssembly(
        MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        Missing(definition.Display, referenceIdentity.Name);

    // One answer for every compilation: Roslyn shares what it has read of an assembly as long as the references are
    // the same objects. What this library itself is made of (Roslyn, say) is not for cells.
    private PortableExecutableReference? Missing(string? definition, string name)
    {
        if (IsInteractives(name) || Path.GetFileNameWithoutExtension(definition) == typeof(Libraries).Assembly.GetName().Name)
        {
            return null;
        }

        using var looking = _tables.EnterScope();
        if (!_missing.TryGetValue(name, out var reference))
        {
            reference = Reference(name, _paths.Find(name)) as PortableExecutableReference;
            _missing[name] = reference;
        }

        return reference;
    }

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties) => [];

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    // Extensions bring .NET Interactive's own kernel along. It can't run here, and cells have this one's types of the same names.
    private bool IsInteractives(string name) => !Own.IsForAll(name)
        && (name is "Microsoft.DotNet.Interactive" || name.StartsWith("Microsoft.DotNet.Interactive.", StringComparison.Ordinal));

    private MetadataReference? Find(string name) => _references.Value.GetValueOrDefault(name) ?? Missing(null, name);

    private MetadataReference? Reference(string name, string? path) =>
        Own.IsHosts(name) ? Host.Reference(name)
        : path is null ? null
        : MetadataReference.CreateFromImage(File.ReadAllBytes(path), documentation: new XmlDocumentation(path), filePath: path);
}
