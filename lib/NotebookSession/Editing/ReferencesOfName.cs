using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotebookSession.Editing;

/// <summary>
/// All places of a notebook that mean what the name at one place means. A cell that declares the name anew ends it: the cells
/// after that one mean another thing.
/// </summary>
internal static class ReferencesOfName
{
    /// <param name="cells">The cells from the top, each read behind those before it, and where it begins in the notebook's text.</param>
    /// <param name="position">The place in that text.</param>
    /// <returns>None if nothing is declared there, or it is declared outside the notebook.</returns>
    public static IReadOnlyList<NameReference> Find(IReadOnlyList<(int Start, SyntaxNode Root, SemanticModel Model)> cells, int position)
    {
        var (start, root, model) = cells.LastOrDefault(cell => cell.Start <= position, cells[0]);
        return SymbolAt.Find(root, model, position - start).Select(Declared).OfType<Location>().FirstOrDefault() is { } declared
            ? [.. cells.SelectMany(cell => In(cell, declared))]
            : [];
    }

    private static IEnumerable<NameReference> In((int Start, SyntaxNode Root, SemanticModel Model) cell, Location declared)
    {
        var name = declared.SourceTree!.GetText().ToString(declared.SourceSpan);
        return from token in cell.Root.DescendantTokens()
               where token.IsKind(SyntaxKind.IdentifierToken) && token.Text == name
               where SymbolAt.Find(cell.Root, cell.Model, token.SpanStart).Any(symbol => Declared(symbol) == declared)
               select new NameReference(cell.Start + token.SpanStart, token.Span.Length, token.GetLocation() == declared);
    }

    // What is declared at one place is one thing: a record's parameter and its property, a type and its constructors, a method
    // and what overrides it.
    private static Location? Declared(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.Destructor } made => Declared(made.ContainingType),
        IMethodSymbol { ReducedFrom: { } extension } => Declared(extension),
        IMethodSymbol { OverriddenMethod: { } above } when Declared(above) is { } place => place,
        IPropertySymbol { OverriddenProperty: { } above } when Declared(above) is { } place => place,
        _ => symbol.OriginalDefinition.Locations.FirstOrDefault(place => place.IsInSource),
    };
}
