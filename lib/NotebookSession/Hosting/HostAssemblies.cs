using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace NotebookSession.Hosting;

/// <summary>
/// The assemblies of the program that a session runs in. Cells share them with it, so that a formatter registered by a library
/// is the formatter the program asks.
/// </summary>
public abstract class HostAssemblies
{
    private static readonly string[] _forCells =
        ["NotebookSession", "Microsoft.DotNet.Interactive.Formatting", "Microsoft.AspNetCore.Html.Abstractions"];

    private readonly ConcurrentDictionary<string, MetadataReference> _read = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<IReadOnlyDictionary<string, MetadataReference>> _references;

    private protected HostAssemblies()
    {
        _references = new(() => DotNet.Union(_forCells, StringComparer.OrdinalIgnoreCase).ToDictionary(name => name, Reference, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Those that the runtime has found in files when it started.</summary>
    public static HostAssemblies InFiles { get; } = new FileAssemblies();

    /// <summary>What a cell can use without a directive, by simple name: .NET itself, display and formatting.</summary>
    internal IReadOnlyDictionary<string, MetadataReference> References => _references.Value;

    /// <summary>The simple names of .NET's own.</summary>
    private protected abstract IEnumerable<string> DotNet { get; }

    /// <summary>Whether there is one of that simple name.</summary>
    internal abstract bool Contains(string name);

    /// <summary>The file of the one of that simple name; null if there is none, or it isn't a file.</summary>
    internal abstract string? PathOf(string name);

    /// <summary>What the compiler reads of the one of that simple name; always the same object.</summary>
    internal MetadataReference Reference(string name) => _read.GetOrAdd(name, Read);

    /// <summary>The version of the package that it is from: a library says 13.0.4+commit, or 13.0.4.0.</summary>
    internal static string VersionOf(string name)
    {
        var said = Assembly.Load(new AssemblyName(name)).GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        return said.Split('+')[0] is var version && version.Split('.') is [.. var three, "0"] && three.Length == 3 ? string.Join('.', three) : version;
    }

    private protected abstract MetadataReference Read(string name);
}
