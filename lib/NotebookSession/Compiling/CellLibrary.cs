using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotebookSession.Compiling;

/// <summary>A cell of declarations that counts now.</summary>
/// <param name="Name">The assembly's.</param>
/// <param name="Tree">Its text.</param>
/// <param name="Uses">The names of the assemblies that it refers to.</param>
internal sealed record CellLibrary(string Name, SyntaxTree Tree, IReadOnlyCollection<string> Uses)
{
    private readonly HashSet<(string Name, int Arity)> _types = TypesOf(Tree);

    /// <summary>Whether a text declares one of its types anew.</summary>
    public bool IsReplacedBy(SyntaxTree tree) => _types.Overlaps(TypesOf(tree));

    private static HashSet<(string Name, int Arity)> TypesOf(SyntaxTree tree) =>
        [.. LibraryCode.Types(tree.GetCompilationUnitRoot()).Select(type => (LibraryCode.NameOf(type), LibraryCode.Arity(type)))];
}
