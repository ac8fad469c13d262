using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookSession.Compiling;

/// <summary>
/// XPlot, which .NET Interactive had loaded for every notebook until 2021. Those that draw with it say <c>using XPlot.Plotly;</c>, which
/// is the only sign that counts: Chart, Layout and Box are names of other libraries too, and of students' own.
/// </summary>
internal static class OldCharts
{
    private const string Namespace = "XPlot.Plotly", Version = "4.1.0";

    /// <summary>What there is to say while the package is fetched.</summary>
    public const string Fetching = $"{Namespace} comes by the package {Namespace} {Version}, which is fetched now, this once.\n";

    /// <summary>
    /// The line that gives a cell the charts, if they are what it doesn't compile without, as many lines below the first as the name that
    /// wants it; else null. Version 4 has no class Graph any more: what was in it, is in the namespace.
    /// </summary>
    public static string? LineFor((SyntaxNode Root, SemanticModel Model) cell) =>
        Unknown(cell, "XPlot").FirstOrDefault(name => After(name) == "Plotly") is { } space
            ? Below(space, $"#r \"nuget: {Namespace}, {Version}\" // .NET Interactive had it loaded; for another version, write this line yourself")
        : Unknown(cell, "Graph").FirstOrDefault(name => cell.Model.Compilation.GetTypeByMetadataName($"{Namespace}.{After(name)}") is not null) is { } graph
            ? Below(graph, $"using Graph = {Namespace};")
        : null;

    // Where a dotted name begins with one that means nothing.
    private static IEnumerable<SyntaxToken?> Unknown((SyntaxNode Root, SemanticModel Model) cell, string text) =>
        from name in cell.Root.DescendantNodes().OfType<IdentifierNameSyntax>()
        where name.Identifier.ValueText == text && !name.Identifier.GetPreviousToken().IsKind(SyntaxKind.DotToken)
            && name.Identifier.GetNextToken().IsKind(SyntaxKind.DotToken) && cell.Model.GetSymbolInfo(name) is { Symbol: null, CandidateSymbols: [] }
        select (SyntaxToken?)name.Identifier;

    private static string After(SyntaxToken? name) => name!.Value.GetNextToken().GetNextToken().ValueText;

    private static string Below(SyntaxToken? name, string line) =>
        new string('\n', name!.Value.GetLocation().GetLineSpan().StartLinePosition.Line) + line;
}
