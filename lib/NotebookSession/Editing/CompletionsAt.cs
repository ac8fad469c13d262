using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookSession.Editing;

/// <summary>The names that may stand at a position.</summary>
internal static class CompletionsAt
{
    private const int Most = 500;

    private static readonly string[] _keywords =
        [.. SyntaxFacts.GetKeywordKinds().Concat([SyntaxKind.VarKeyword, SyntaxKind.AwaitKeyword, SyntaxKind.AsyncKeyword, SyntaxKind.RecordKeyword])
            .Select(SyntaxFacts.GetText).Where(word => word.Length > 1 && word.All(char.IsAsciiLetterLower)).Distinct()];

    public static Completions Of(SyntaxNode root, SemanticModel model, string code, int position)
    {
        var start = position;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1]))
        {
            start--;
        }

        var prefix = code[start..position];
        if (IsText(root, position) || (prefix.Length > 0 && char.IsAsciiDigit(prefix[0])))
        {
            return new Completions(position, position, []);
        }

        var symbols = Dot(root, code, start) is { } left ? Members(left, model, start) : Names(root, model, start, prefix);
        var items = symbols.Where(symbol => Fits(symbol, prefix)).GroupBy(symbol => symbol.Name)
            .Select(overloads => Item([.. overloads], model, start));
        var words = Dot(root, code, start) is null && prefix.Length > 0
            ? _keywords.Where(word => word.StartsWith(prefix, StringComparison.Ordinal)).Select(word => new CompletionItem(word, "keyword", word, ""))
            : [];
        return new Completions(start, position, [.. items.Concat(words)
            .OrderBy(item => !item.Text.StartsWith(prefix, StringComparison.Ordinal)).ThenBy(item => item.Text, StringComparer.OrdinalIgnoreCase).Take(Most)]);
    }

    private static bool IsText(SyntaxNode root, int position)
    {
        var trivia = root.FindTrivia(Math.Max(0, position - 1));
        var token = root.FindToken(Math.Max(0, position - 1));
        return trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)
            || (token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken
                && token.SpanStart < position && (position < token.Span.End || token.ContainsDiagnostics));
    }

    // The expression before the dot before the name.
    private static ExpressionSyntax? Dot(SyntaxNode root, string code, int start)
    {
        var at = start - 1;
        while (at >= 0 && char.IsWhiteSpace(code[at]))
        {
            at--;
        }

        if (at < 0 || code[at] != '.')
        {
            return null;
        }

        var node = root.FindToken(at).Parent;
        return node switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            QualifiedNameSyntax name => name.Left,
            MemberBindingExpressionSyntax => node.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
    }

    private static IEnumerable<ISymbol> Members(SyntaxNode left, SemanticModel model, int position)
    {
        // In unfinished code a value may look like the beginning of a type's name: "n.Comp" before "var y".
        var value = left is NameSyntax ? SyntaxFactory.ParseExpression(left.ToString()) : null;
        var symbol = value is null
            ? model.GetSymbolInfo(left).Symbol
            : model.GetSpeculativeSymbolInfo(left.SpanStart, value, SpeculativeBindingOption.BindAsExpression).Symbol ?? model.GetSymbolInfo(left).Symbol;
        if (symbol is INamespaceSymbol space)
        {
            return model.LookupSymbols(position, space);
        }

        var isType = symbol is ITypeSymbol;
        var ofValue = value is null
            ? model.GetTypeInfo(left).Type
            : model.GetSpeculativeTypeInfo(left.SpanStart, value, SpeculativeBindingOption.BindAsExpression).Type;
        return (symbol as ITypeSymbol ?? ofValue) is { TypeKind: not TypeKind.Error } type
            ? model.LookupSymbols(position, type, includeReducedExtensionMethods: !isType)
                .Where(member => member is INamedTypeSymbol ? isType : member.IsStatic == isType)
            : [];
    }

    private static IEnumerable<ISymbol> Names(SyntaxNode root, SemanticModel model, int position, string prefix)
    {
        var scope = model.LookupSymbols(position);
        var around = root.FindToken(Math.Max(0, position - 1)).Parent;
        IEnumerable<ISymbol> arguments = around?.FirstAncestorOrSelf<ArgumentListSyntax>() is { Parent: { } call }
            ? Called(model.GetSymbolInfo(call)).OfType<IMethodSymbol>().SelectMany(method => method.Parameters)
            : [];
        IEnumerable<ISymbol> initialised = around?.FirstAncestorOrSelf<InitializerExpressionSyntax>() is { Parent: BaseObjectCreationExpressionSyntax made }
            && model.GetTypeInfo(made).Type is { } type
            ? model.LookupSymbols(position, type).Where(member => !member.IsStatic && member is IFieldSymbol or IPropertySymbol { SetMethod: not null })
            : [];

        // Without a letter there are thousands: then only what cells declare.
        return arguments.Concat(initialised).Concat(prefix.Length > 0 ? scope : scope.Where(symbol => symbol.DeclaringSyntaxReferences.Length > 0));
    }

    private static ImmutableArray<ISymbol> Called(SymbolInfo info) =>
        info.Symbol is { } one ? [one] : info.CandidateSymbols;

    private static bool Fits(ISymbol symbol, string prefix) =>
        symbol.CanBeReferencedByName && !symbol.Name.StartsWith('<')
        && symbol.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
        && !symbol.GetAttributes().Any(attribute => attribute is { AttributeClass.Name: "EditorBrowsableAttribute", ConstructorArguments: [{ Value: 1 }] });

    private static CompletionItem Item(ISymbol[] overloads, SemanticModel model, int position)
    {
        var symbol = overloads[0];
        var more = overloads.Length > 1 ? $" (and {overloads.Length - 1} more)" : "";
        var isArgument = symbol is IParameterSymbol && !SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, model.GetEnclosingSymbol(position));
        var text = isArgument ? $"{symbol.Name}:" : symbol.Name;
        return new CompletionItem(text, Description.KindOf(symbol), Description.Signature(symbol, model, position) + more, Description.Summary(symbol));
    }
}
