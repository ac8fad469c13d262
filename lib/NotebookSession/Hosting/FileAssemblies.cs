using System.IO.MemoryMappedFiles;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace NotebookSession.Hosting;

/// <summary>The files that the runtime was started with.</summary>
internal sealed class FileAssemblies : HostAssemblies
{
    private readonly Dictionary<string, string> _paths = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .GroupBy(path => Path.GetFileNameWithoutExtension(path)!, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    private protected override IEnumerable<string> DotNet
    {
        get
        {
            var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
            return _paths.Where(entry => Path.GetDirectoryName(entry.Value) == framework).Select(entry => entry.Key);
        }
    }

    /// <inheritdoc/>
    internal override bool Contains(string name) => _paths.ContainsKey(name);

    /// <inheritdoc/>
    internal override string? PathOf(string name) => _paths.GetValueOrDefault(name);

    // Straight from the mapped file: nothing is read before the compiler asks for it.
    private protected override unsafe MetadataReference Read(string name)
    {
        var path = _paths[name];
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
