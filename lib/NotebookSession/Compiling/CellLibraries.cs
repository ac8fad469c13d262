using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotebookSession.Compiling;

/// <summary>
/// The cells of declarations, each compiled as a library that later cells refer to. A type's name means what was declared
/// last: a cell takes the place of those whose types it declares anew, and what was compiled against them is compiled again.
/// </summary>
internal sealed class CellLibraries(Libraries libraries, LibraryCompiler compiler)
{
    private readonly Dictionary<string, int> _versions = [];
    private ImmutableArray<CellLibrary> _cells = []; // help with writing reads it while a cell compiles

    /// <summary>The compilation of a cell that is being written, which sees the cells that stay beside it.</summary>
    public CSharpCompilation Create(SyntaxTree tree) => Create("Declarations", version: 0, tree, Replaced(tree));

    /// <summary>Makes the types of a cell of declarations known to those after it.</summary>
    /// <exception cref="CellException">It doesn't compile.</exception>
    public void Add(SyntaxTree tree, CancellationToken stop)
    {
        var replaced = Replaced(tree).ToList();
        if (replaced is [var same] && same.Tree.GetText(stop).ContentEquals(tree.GetText(stop)))
        {
            return; // what was made of its types stays theirs
        }

        var name = replaced.Count > 0 ? replaced[0].Name : $"{SourceName.ClassPrefix}Library{_versions.Count + 1}";
        var (reference, uses) = compiler.Load(Create(name, Version(name), tree, replaced), stop);
        var dependent = _cells.Except(replaced).Where(cell => cell.Uses.Intersect(replaced.Select(old => old.Name)).Any()).ToList();
        foreach (var old in replaced.Skip(1).Concat(dependent))
        {
            Put(old.Name, compiler.Empty(old.Name, Version(old.Name)));
        }

        Put(name, reference);
        _cells = [.. _cells.Except(replaced).Except(dependent), new CellLibrary(name, tree, uses)];
        foreach (var cell in dependent)
        {
            try
            {
                Add(cell.Tree, stop);
            }
            catch (CellException)
            {
                // What it declares is unknown from now on; whoever runs its cell again is told why.
            }
        }
    }

    private CSharpCompilation Create(string name, int version, SyntaxTree tree, IEnumerable<CellLibrary> replaced) =>
        compiler.Create(name, version, tree, libraries.References.Without(replaced.Select(cell => cell.Name)));

    private IEnumerable<CellLibrary> Replaced(SyntaxTree tree) => _cells.Where(cell => cell.IsReplacedBy(tree));

    // Scripts refer to what those before them do, and of two versions of a library the higher one counts.
    private int Version(string name) => _versions.GetValueOrDefault(name) + 1;

    private void Put(string name, MetadataReference reference)
    {
        _versions[name] = Version(name);
        libraries.AddCompiled(name, reference);
    }
}
