using System.Globalization;
using System.Xml;
using Microsoft.CodeAnalysis;

namespace NotebookSession.Hosting;

/// <summary>The documentation file of a library, read when it is first asked for: beside the library, or for .NET
/// itself where the SDK keeps it.</summary>
internal sealed class XmlDocumentation(string library) : DocumentationProvider
{
    // The core of .NET is one library, but documented where programs see its types.
    private static readonly string[] _core = ["System.Runtime", "System.Collections", "System.Threading", "System.Memory"];

    private readonly Lazy<IReadOnlyList<Lazy<Dictionary<string, string>>>> _files =
        new(() => [.. PathsFor(library).Select(path => new Lazy<Dictionary<string, string>>(() => Read(path)))]);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(library);

    /// <inheritdoc/>
    protected override string GetDocumentationForSymbol(
        string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        _files.Value.Select(file => file.Value.GetValueOrDefault(documentationMemberID)).FirstOrDefault(text => text is not null) ?? "";

    private static Dictionary<string, string> Read(string path)
    {
        var members = new Dictionary<string, string>();
        try
        {
            using var reader = XmlReader.Create(path);
            while (!reader.EOF)
            {
                if (reader is { NodeType: XmlNodeType.Element, Name: "member" } && reader.GetAttribute("name") is { } name)
                {
                    members.TryAdd(name, reader.ReadOuterXml());
                }
                else
                {
                    reader.Read();
                }
            }
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            // What has been read so far is documentation all the same.
        }

        return members;
    }

    private static IEnumerable<string> PathsFor(string library)
    {
        var beside = Path.ChangeExtension(library, ".xml");
        var name = Path.GetFileNameWithoutExtension(library);
        string[] names = name == "System.Private.CoreLib" ? _core : [name];
        return File.Exists(beside) ? [beside]
            : names.Select(file => Frameworks().Select(folder => Path.Combine(folder, file + ".xml")).FirstOrDefault(File.Exists)).OfType<string>();
    }

    // …/shared/Microsoft.NETCore.App/10.0.1 → …/packs/Microsoft.NETCore.App.Ref/10.0.1/ref/net10.0
    private static IEnumerable<string> Frameworks()
    {
        if (Path.GetDirectoryName(typeof(object).Assembly.Location) is not { Length: > 0 } runtime)
        {
            return []; // in no file, as in a browser
        }

        var packs = Path.Combine(runtime, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref");
        return Directory.Exists(packs)
            ? Directory.GetDirectories(packs).OrderDescending().Select(version => Path.Combine(version, "ref", $"net{Environment.Version.Major}.0"))
            : [];
    }
}
