using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookSession.Compiling;

/// <summary>What cells of .NET Interactive use without asking for it, and is given to those alone that do: its names are many, and short.</summary>
internal static class TakenForGranted
{
    /// <summary>The library that the old kernel itself was made with.</summary>
    public const string Json = "Newtonsoft.Json";

    private static readonly string _tags = typeof(PocketViewTags).FullName!;

    /// <summary>Whether a text names <see cref="Json"/>.</summary>
    public static bool NamesJson(SyntaxNode root) => root.DescendantTokens()
        .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == "Newtonsoft");

    /// <summary>
    /// With the tags of HTML (<c>div(span("x"))</c>, <c>img[src: "x.png"]</c>) as names, if one is called that means nothing else. A
    /// letter is none: whoever writes <c>a(1)</c> has forgotten to run a cell.
    /// </summary>
    public static CSharpCompilation WithTags(CSharpCompilation compilation, SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>().Where(IsCalledTag).ToList() is { Count: > 0 } called
        && compilation.GetSemanticModel(tree) is var model && called.Exists(name => model.GetSymbolInfo(name) is { Symbol: null, CandidateSymbols: [] })
            ? compilation.WithOptions(compilation.Options.WithUsings(compilation.Options.Usings.Add(_tags)))
            : compilation;

    private static bool IsCalledTag(IdentifierNameSyntax name) =>
        name.Identifier.ValueText is { Length: > 1 } tag && typeof(PocketViewTags).GetProperty(tag) is not null && name.Parent switch
        {
            InvocationExpressionSyntax call => call.Expression == name,
            ElementAccessExpressionSyntax access => access.Expression == name && access.ArgumentList.Arguments.Any(argument => argument.NameColon is not null),
            _ => false,
        };
}
