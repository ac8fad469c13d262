using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace NotebookSession.Editing;

/// <summary>A symbol in words: its declaration, and what its documentation says.</summary>
internal static class Description
{
    private static readonly SymbolDisplayFormat _format = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddParameterOptions(SymbolDisplayParameterOptions.IncludeDefaultValue)
        .RemoveMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType);

    /// <summary>Declarations, one a line, then the documentation of the first that has one.</summary>
    public static string Of(IReadOnlyList<ISymbol> symbols, SemanticModel model, int position)
    {
        var text = new StringBuilder();
        foreach (var symbol in symbols)
        {
            text.Append(symbol.ContainingType is { IsScriptClass: false } type && symbol is not ITypeSymbol ? $"({KindOf(symbol)} of {type.Name}) " : $"({KindOf(symbol)}) ")
                .Append(Signature(symbol, model, position)).Append('\n');
        }

        foreach (var (head, body) in symbols.Select(Parts).FirstOrDefault(parts => parts.Count > 0) ?? [])
        {
            text.Append('\n').Append(head.Length > 0 ? $"{head}: {body}" : body).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A method as help with its call shows it.</summary>
    public static Signature Call(IMethodSymbol method, int current, SemanticModel model, int position) => new(
        Signature(method, model, position),
        Summary(method),
        [.. method.Parameters.Select(parameter => new SignatureParameter(
            Signature(parameter, model, position),
            Parts(method).FirstOrDefault(part => part.Head == parameter.Name).Body ?? ""))],
        current);

    /// <summary>The declaration in one line.</summary>
    public static string Signature(ISymbol symbol, SemanticModel model, int position) =>
        symbol.ToMinimalDisplayString(model, position, _format);

    /// <summary>The first paragraph of the documentation.</summary>
    public static string Summary(ISymbol symbol) => Parts(symbol) is [("", var summary), ..] ? summary : "";

    /// <summary>What editors choose an icon by.</summary>
    public static string KindOf(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => type.TypeKind.ToString().ToLowerInvariant(),
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "enum member",
        IFieldSymbol { ContainingType.IsScriptClass: true } or ILocalSymbol or IRangeVariableSymbol => "variable",
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } or IMethodSymbol { ContainingType.IsScriptClass: true } => "function",
        _ => symbol.Kind.ToString().ToLowerInvariant(),
    };

    private static IReadOnlyList<(string Head, string Body)> Parts(ISymbol symbol)
    {
        var xml = (symbol as IMethodSymbol)?.ReducedFrom?.GetDocumentationCommentXml() ?? symbol.OriginalDefinition.GetDocumentationCommentXml();
        if (string.IsNullOrEmpty(xml))
        {
            return [];
        }

        try
        {
            return [.. XElement.Parse(xml.StartsWith("<member", StringComparison.Ordinal) ? xml : $"<member>{xml}</member>").Elements()
                .Select(part => (Head(part), Plain(part))).Where(part => part.Item2.Length > 0).OrderBy(part => part.Item1.Length > 0)];
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private static string Head(XElement part) => part.Name.LocalName switch
    {
        "summary" => "",
        "param" or "typeparam" => (string?)part.Attribute("name") ?? "",
        "exception" => ShortName((string?)part.Attribute("cref") ?? ""),
        var name => name,
    };

    private static string Plain(XElement part) => string.Join(' ', string.Concat(part.DescendantNodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true } e => ShortName((string?)e.Attribute("cref") ?? (string?)e.Attribute("langword") ?? (string?)e.Attribute("name") ?? ""),
        XElement { Name.LocalName: "para" or "item" } => " ",
        _ => "",
    })).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // "M:System.Math.Pow(System.Double,System.Double)" → "Pow"
    private static string ShortName(string reference)
    {
        var name = reference.Split('(')[0];
        return name[(name.LastIndexOfAny(['.', ':']) + 1)..].Split('`')[0];
    }
}
