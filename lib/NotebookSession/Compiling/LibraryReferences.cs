using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NotebookSession.Hosting;

namespace NotebookSession.Compiling;

/// <summary>What cells are compiled against: .NET, the libraries that they were given, and what those refer to without being asked.</summary>
internal sealed class LibraryReferences : MetadataReferenceResolver
{
    private readonly Lock _tables = new(); // help with writing compiles while a cell adds libraries
    private readonly HostAssemblies _host;
    private readonly LibraryPaths _paths;
    private readonly Lazy<Dictionary<string, MetadataReference>> _given;
    private readonly Dictionary<string, PortableExecutableReference?> _missing = new(StringComparer.OrdinalIgnoreCase);
    private IReadOnlyList<MetadataReference>? _list;

    public LibraryReferences(HostAssemblies host, LibraryPaths paths)
    {
        (_host, _paths) = (host, paths);
        _given = new(() => new(host.References, StringComparer.OrdinalIgnoreCase));
        Own = new OwnVersions(host, name => _given.Value.GetValueOrDefault(name) ?? Missing(null, name));
    }

    /// <summary>Which of the host's a package has in another version.</summary>
    public OwnVersions Own { get; }

    /// <summary>What the next cell is compiled against; the same list as long as nothing is added.</summary>
    public IReadOnlyList<MetadataReference> All
    {
        get
        {
            lock (_tables)
            {
                return _list ??= [.. _given.Value.Values];
            }
        }
    }

    /// <summary>What cells have got from the host by what was added, each with a library that needs it.</summary>
    public IReadOnlyDictionary<string, string> Taken
    {
        get
        {
            lock (_tables)
            {
                return Own.Taken([.. _given.Value.Keys]);
            }
        }
    }

    /// <inheritdoc/>
    public override bool ResolveMissingAssemblies => true;

    /// <summary>Begins a change that nobody sees half done.</summary>
    public Lock.Scope Change()
    {
        var scope = _tables.EnterScope();
        _list = null;
        return scope;
    }

    /// <summary>Looks again for what was missing: a folder or a package that is added may have it.</summary>
    public void LookAgain() => _missing.Clear();

    /// <summary>Whether cells have one of that name.</summary>
    public bool Has(string name)
    {
        lock (_tables)
        {
            return _given.Value.ContainsKey(name);
        }
    }

    /// <summary>The file that cells are compiled against under that name; null if they aren't.</summary>
    public string? FileOf(string name) => (_given.Value.GetValueOrDefault(name) as PortableExecutableReference)?.FilePath;

    /// <summary>Gives cells one, in the place of one that had its name.</summary>
    public void Give(string name, MetadataReference reference) => _given.Value[name] = reference;

    /// <summary>What a cell is compiled against that takes the place of some.</summary>
    public IReadOnlyList<MetadataReference> Without(IEnumerable<string> names)
    {
        lock (_tables)
        {
            return [.. _given.Value.ExceptBy(names, entry => entry.Key).Select(entry => entry.Value)];
        }
    }

    /// <summary>What the compiler reads of a file, or of the host's of that name; null without a file.</summary>
    public MetadataReference? Read(string name, string? path) =>
        Own.IsHosts(name) ? _host.Reference(name)
        : path is null ? null
        : MetadataReference.CreateFromImage(File.ReadAllBytes(path), documentation: new XmlDocumentation(path), filePath: path);

    /// <summary>
    /// Whether it is a part of .NET Interactive's own kernel, which its extensions bring along. That can't run here, and cells have
    /// this one's types of the same names.
    /// </summary>
    public bool IsInteractives(string name) => !Own.IsForAll(name)
        && (name is "Microsoft.DotNet.Interactive" || name.StartsWith("Microsoft.DotNet.Interactive.", StringComparison.Ordinal));

    /// <inheritdoc/>
    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        Missing(definition.Display, referenceIdentity.Name);

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties) => [];

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    // One answer for every compilation: Roslyn shares what it has read of an assembly as long as the references are
    // the same objects. What this library itself is made of (Roslyn, say) is not for cells.
    private PortableExecutableReference? Missing(string? definition, string name)
    {
        if (IsInteractives(name) || Path.GetFileNameWithoutExtension(definition) == typeof(LibraryReferences).Assembly.GetName().Name)
        {
            return null;
        }

        using var looking = _tables.EnterScope();
        if (!_missing.TryGetValue(name, out var reference))
        {
            reference = Read(name, _paths.Find(name)) as PortableExecutableReference;
            _missing[name] = reference;
        }

        return reference;
    }
}
