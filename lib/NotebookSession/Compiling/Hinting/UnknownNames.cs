using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookSession.Compiling.Hinting;

/// <summary>What a name may have meant that nothing has here: a type of another namespace, or a name that is spelt otherwise.</summary>
internal static class UnknownNames
{
    /// <summary>The hint for a name that stands alone.</summary>
    public static string Hint(Diagnostic error, SemanticModel model)
    {
        var node = NodeOf(error);
        var name = (node as SimpleNameSyntax)?.Identifier.ValueText ?? node.ToString();
        var arity = node is GenericNameSyntax generic ? generic.Arity : error.Id == "CS0246" ? 0 : -1;
        var isCall = node.Parent is InvocationExpressionSyntax or ElementAccessExpressionSyntax;
        return (isCall ? null : TypesElsewhere.Hint(name, arity, model.Compilation))
            ?? Nearest(name, model.LookupSymbols(node.SpanStart).Select(symbol => symbol.Name))
            ?? (isCall && typeof(PocketViewTags).GetProperty(name) is not null
                ? $"To write HTML with {name}(…), add using static {typeof(PocketViewTags).FullName}; in a line above." : null)
            ?? (model.Compilation.ScriptCompilationInfo is null
                ? $"Code with a namespace or a class of extension methods sees what other such cells declare, but no variable, function or type "
                    + $"of an ordinary cell: declare {name} in this cell, or in a cell with a namespace that has run." : null)
            ?? $"Run the cell that declares {name} first. The library's names come with the notebook's first cell. "
                + "If both have run: is it spelt as there?";
    }

    /// <summary>The hint for a member that its type doesn't have.</summary>
    public static string? HintForMember(Diagnostic error, SemanticModel model)
    {
        if (NodeOf(error) is not SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } node
            || (model.GetTypeInfo(access.Expression).Type ?? model.GetSymbolInfo(access.Expression).Symbol as ITypeSymbol) is not { } type)
        {
            return null;
        }

        var name = node.Identifier.ValueText;
        return TypesElsewhere.HintForExtension(name, type, model.Compilation)
            ?? Nearest(name, model.LookupSymbols(node.SpanStart, type, includeReducedExtensionMethods: true).Select(symbol => symbol.Name));
    }

    private static SyntaxNode NodeOf(Diagnostic error) => error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);

    // One letter in three may be wrong, and one name must be nearer than all others: else it is a guess.
    private static string? Nearest(string name, IEnumerable<string> known)
    {
        var near = known.Distinct().Where(other => other != name && Math.Abs(other.Length - name.Length) <= 2)
            .Select(other => (Name: other, Distance: Distance(name, other)))
            .Where(other => other.Distance <= name.Length / 3.0)
            .OrderBy(other => other.Distance)
            .Take(2).ToList();
        return near is [var only] || (near.Count == 2 && near[0].Distance < near[1].Distance) ? $"Did you mean {near[0].Name}?" : null;
    }

    // A letter in the wrong case, and two that have changed places, are one slip.
    private static double Distance(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase) ? 0.5
        : IsSwapped(name, other) ? 1 : EditDistance.Between(name, other);

    private static bool IsSwapped(string a, string b) => a.Length == b.Length
        && Enumerable.Range(0, a.Length).Where(i => a[i] != b[i]).ToList() is [var i, var j] && j == i + 1 && a[i] == b[j] && a[j] == b[i];
}
