using System.Collections.Concurrent;
using System.Diagnostics;
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

    private const string AlwaysCompatible = "FSharp.Core"; // whatever its version; and the F# of cells needs the program's

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

    /// <summary>The version of the package that the one of that simple name is from.</summary>
    internal static string VersionOf(string name) => VersionOf(Assembly.Load(new AssemblyName(name)));

    /// <summary>The version of an assembly's package: a library says 13.0.4+commit, or 13.0.4.0.</summary>
    internal static string VersionOf(Assembly assembly)
    {
        var said = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        return said.Split('+')[0] is var version && version.Split('.') is [.. var three, "0"] && three.Length == 3 ? string.Join('.', three) : version;
    }

    /// <summary>Whether the one of that simple name can stand for a package's file.</summary>
    /// <param name="name">The simple name.</param>
    /// <param name="file">The package's.</param>
    /// <param name="exactly">Whether only the same will do, or also a newer one that is compatible.</param>
    internal bool StandsFor(string name, string file, bool exactly)
    {
        if (PathOf(name) is not { } own)
        {
            return true;
        }

        using var module = ModuleMetadata.CreateFromFile(file);
        return Module(Reference(name))?.GetModuleVersionId() == module.GetModuleVersionId()
            || (!exactly && Built(own) >= Built(file)
                && (name == AlwaysCompatible || AssemblyName.GetAssemblyName(own).Version == AssemblyName.GetAssemblyName(file).Version));
    }

    /// <summary>Whether the one of that simple name is older than a package's file, to the runtime.</summary>
    internal bool IsOlder(string name, string file) =>
        PathOf(name) is { } own && AssemblyName.GetAssemblyName(own).Version < AssemblyName.GetAssemblyName(file).Version;

    /// <summary>The simple names of the assemblies that one is made with.</summary>
    internal static IEnumerable<string> Needs(MetadataReference? reference) =>
        Module(reference)?.GetMetadataReader() is { } reader
            ? reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name)) : [];

    private protected abstract MetadataReference Read(string name);

    private static ModuleMetadata? Module(MetadataReference? reference) =>
        ((reference as PortableExecutableReference)?.GetMetadata() as AssemblyMetadata)?.GetModules()[0];

    private static Version Built(string file)
    {
        var said = FileVersionInfo.GetVersionInfo(file);
        return new Version(said.FileMajorPart, said.FileMinorPart, said.FileBuildPart, said.FilePrivatePart);
    }
}
