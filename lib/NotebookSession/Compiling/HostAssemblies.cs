using System.IO.MemoryMappedFiles;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace NotebookSession.Compiling;

/// <summary>
/// The assemblies that this process was started with. Cells share them with the host, so that a formatter registered
/// by a library is the formatter the host asks.
/// </summary>
internal static class HostAssemblies
{
    private static readonly Dictionary<string, string> _paths = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .GroupBy(path => Path.GetFileNameWithoutExtension(path)!, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    private static readonly string[] _forCells =
        ["NotebookSession", "Microsoft.DotNet.Interactive.Formatting", "Microsoft.AspNetCore.Html.Abstractions"];

    private static readonly Lazy<IReadOnlyDictionary<string, MetadataReference>> _references = new(() =>
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        return _paths.Where(entry => Path.GetDirectoryName(entry.Value) == framework || _forCells.Contains(entry.Key))
            .ToDictionary(entry => entry.Key, entry => Map(entry.Value), StringComparer.OrdinalIgnoreCase);
    });

    /// <summary>What a cell can use without a directive, by simple name: .NET itself, display and formatting.</summary>
    public static IReadOnlyDictionary<string, MetadataReference> References => _references.Value;

    /// <summary>The file of the host's own assembly of that simple name, or null.</summary>
    public static string? PathOf(string simpleName) => _paths.GetValueOrDefault(simpleName);

    /// <summary>Metadata straight from the mapped file: nothing is read before the compiler asks for it.</summary>
    public static unsafe MetadataReference Map(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1);
        var file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, default, leaveOpen: true);
        var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* image = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref image);
        using var headers = new PEReader(image, checked((int)stream.Length));
        var metadata = headers.GetMetadata();
        // The mapping lives as long as the metadata, which is as long as the process for what every cell refers to.
        var module = ModuleMetadata.CreateFromMetadata((nint)metadata.Pointer, metadata.Length, () =>
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
            view.Dispose();
            file.Dispose();
        });
        return AssemblyMetadata.Create(module).GetReference(new XmlDocumentation(path), filePath: path);
    }
}
