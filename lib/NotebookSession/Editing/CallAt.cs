using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookSession.Editing;

/// <summary>A call that is being written: between which parentheses a position is, and at which argument.</summary>
internal static class CallAt
{
    /// <summary>The innermost argument list around a position, or null.</summary>
    public static ArgumentListSyntax? List(SyntaxNode root, int position) =>
        root.FindToken(Math.Max(0, position - 1)).Parent?.AncestorsAndSelf().OfType<ArgumentListSyntax>()
            .FirstOrDefault(list => list.OpenParenToken.Span.End <= position
                && (list.CloseParenToken.IsMissing || position <= list.CloseParenToken.SpanStart));

    /// <summary>What is called, with its overloads; those that take so many arguments come first.</summary>
    public static IReadOnlyList<IMethodSymbol> Methods(ArgumentListSyntax list, SemanticModel model, int position)
    {
        var meant = list.Parent is InvocationExpressionSyntax { Expression: var called }
            && model.GetMemberGroup(called) is { Length: > 0 } group ? [.. group] : SymbolAt.All(model.GetSymbolInfo(list.Parent!));
        var bound = model.GetSymbolInfo(list.Parent!).Symbol;
        return [.. meant.OfType<IMethodSymbol>().OrderBy(method => Parameter(method, list, position) < 0 && list.Arguments.Count > 0)
            .ThenByDescending(method => SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, bound?.OriginalDefinition))
            .ThenBy(method => method.Parameters.Length)];
    }

    /// <summary>The index of the parameter that is being written; -1 if the method has none there.</summary>
    public static int Parameter(IMethodSymbol method, ArgumentListSyntax list, int position)
    {
        var number = list.Arguments.GetSeparators().Count(comma => comma.Span.End <= position);
        if (list.Arguments.ElementAtOrDefault(number)?.NameColon is { } named)
        {
            return method.Parameters.ToList().FindIndex(parameter => parameter.Name == named.Name.Identifier.Text);
        }

        var last = method.Parameters.Length - 1;
        return number <= last ? number : last >= 0 && method.Parameters[last].IsParams ? last : -1;
    }
}
