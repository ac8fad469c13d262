using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace NotebookKernel.Execution.Editing;

/// <summary>The documentation file of a library, read when it is first asked for: beside the library, or for .NET
/// itself where the SDK keeps it.</summary>
internal sealed class XmlDocumentation(string library) : DocumentationProvider
{
    private readonly Lazy<Dictionary<string, string>> _members = new(() => Read(PathFor(library)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(library);

    /// <inheritdoc/>
    protected override string GetDocumentationForSymbol(
        string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        _members.Value.GetValueOrDefault(documentationMemberID, "");

    private static Dictionary<string, string> Read(string? path)
    {
        if (path is null)
        {
            return [];
        }

        try
        {
            return XDocument.Load(path).Descendants("member")
                .GroupBy(member => (string?)member.Attribute("name") ?? "")
                .ToDictionary(named => named.Key, named => named.First().ToString(SaveOptions.DisableFormatting));
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string? PathFor(string library)
    {
        var beside = Path.ChangeExtension(library, ".xml");
        return File.Exists(beside) ? beside : Frameworks().Select(folder => Path.Combine(folder, Path.GetFileName(beside))).FirstOrDefault(File.Exists);
    }

    // …/shared/Microsoft.NETCore.App/10.0.1 → …/packs/Microsoft.NETCore.App.Ref/10.0.1/ref/net10.0
    private static IEnumerable<string> Frameworks()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var packs = Path.Combine(runtime, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref");
        return Directory.Exists(packs)
            ? Directory.GetDirectories(packs).OrderDescending().Select(version => Path.Combine(version, "ref", $"net{Environment.Version.Major}.0"))
            : [];
    }
}
