using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookKernel.Execution.Compiling;

/// <summary>Calls that would end the process, and with it the notebook's variables, are errors of the cell.</summary>
internal static class ForbiddenCalls
{
    private static readonly string[] _names = [nameof(Environment.Exit), nameof(Environment.FailFast)];

    /// <exception cref="CellException">The text calls Environment.Exit or Environment.FailFast.</exception>
    public static void Check(CSharpCompilation compilation, SyntaxTree guarded, SyntaxTree written)
    {
        if (Find(guarded) is [] || compilation.GetSemanticModel(guarded) is not { } model)
        {
            return;
        }

        // Both trees have the same names in the same order: one gives the meaning, the other the column.
        foreach (var (name, shown) in Find(guarded).Zip(Find(written)))
        {
            if (model.GetSymbolInfo(name) is var info
                && (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is IMethodSymbol { ContainingType: { Name: "Environment" } type }
                && type.ContainingNamespace.ToDisplayString() == "System")
            {
                throw new CellException(CompileErrors.At(shown.GetLocation(), "NotAllowed",
                    $"Environment.{name.Identifier.Text} would end the kernel and lose every variable. To leave a cell early, write return;"));
            }
        }
    }

    private static List<IdentifierNameSyntax> Find(SyntaxTree tree) =>
        [.. tree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => _names.Contains(name.Identifier.Text))];
}
