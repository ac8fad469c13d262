using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookSession.Editing;

/// <summary>What the name at a position means.</summary>
internal static class SymbolAt
{
    /// <summary>The symbol there, or all that it may be.</summary>
    public static IReadOnlyList<ISymbol> Find(SyntaxNode root, SemanticModel model, int position)
    {
        var token = root.FindToken(position);
        if (!token.IsKind(SyntaxKind.IdentifierToken) || token.SpanStart > position)
        {
            var before = root.FindToken(Math.Max(0, position - 1));
            token = before.IsKind(SyntaxKind.IdentifierToken) && before.Span.End >= position ? before : token;
        }

        return token.IsKind(SyntaxKind.IdentifierToken) || token.Parent is PredefinedTypeSyntax
            ? Of(token.Parent!, model)
            : [];
    }

    private static IReadOnlyList<ISymbol> Of(SyntaxNode node, SemanticModel model)
    {
        var meant = All(model.GetSymbolInfo(node));
        return meant.Count > 0 ? meant : model.GetDeclaredSymbol(node) is { } declared ? [declared]
            : node.Parent is ObjectCreationExpressionSyntax made ? All(model.GetSymbolInfo(made))
            : model.GetTypeInfo(node).Type is { TypeKind: not TypeKind.Error } type ? [type] : [];
    }

    /// <summary>What is meant, or all that may be.</summary>
    public static IReadOnlyList<ISymbol> All(SymbolInfo info) =>
        info.Symbol is { } one ? [one] : [.. info.CandidateSymbols];
}
