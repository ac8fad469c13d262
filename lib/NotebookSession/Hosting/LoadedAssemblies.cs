using System.Reflection;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace NotebookSession.Hosting;

/// <summary>Assemblies that the runtime has in memory and not in files, as in a browser: the program says which there are.</summary>
/// <param name="dotNet">The simple names of .NET's own.</param>
/// <param name="others">Those of the program's.</param>
public sealed class LoadedAssemblies(IReadOnlyCollection<string> dotNet, IEnumerable<string> others) : HostAssemblies
{
    private readonly HashSet<string> _names = new(dotNet.Concat(others), StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    private protected override IEnumerable<string> DotNet => dotNet;

    /// <inheritdoc/>
    internal override bool Contains(string name) => _names.Contains(name);

    /// <inheritdoc/>
    internal override string? PathOf(string name) => null;

    // Straight from the runtime's memory, where it stays.
    private protected override unsafe MetadataReference Read(string name)
    {
        var file = Path.Combine(AppContext.BaseDirectory, name + ".dll"); // where its documentation may lie
        return Assembly.Load(new AssemblyName(name)).TryGetRawMetadata(out var metadata, out var length)
            ? AssemblyMetadata.Create(ModuleMetadata.CreateFromMetadata((nint)metadata, length)).GetReference(new XmlDocumentation(file), filePath: file)
            : throw new InvalidOperationException($"The runtime has no metadata of {name}.");
    }
}
