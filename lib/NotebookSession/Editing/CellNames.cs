using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotebookSession.Compiling;
using NotebookSession.Directives;
using NotebookSession.Stacks;

namespace NotebookSession.Editing;

/// <summary>
/// The names through which a cell depends on other cells, by its text alone. What it does to an object (a model that
/// it trains) can't be seen: <c>x.Method()</c> only reads x.
/// </summary>
/// <param name="Defines">What other cells see of it: variables, functions and types that it declares, variables that it assigns or
/// passes by <c>ref</c> or <c>out</c>. An extension method is there with a dot too: ".Twice".</param>
/// <param name="Reads">What it uses and doesn't declare. Members of a value are there with a dot: ".Twice" may be
/// an extension method of another cell.</param>
/// <param name="Directives">The lines that may declare anything: <c>#load "setup.csx"</c>.</param>
public sealed record CellNames(IReadOnlySet<string> Defines, IReadOnlySet<string> Reads, IReadOnlyList<string> Directives)
{
    private static readonly string[] _loading = ["#r", "#i", "#load", "#!import"];

    private const int Longest = 20_000; // characters: a book in a cell has no names

    // Lambdas within overloaded calls, say, can keep the compiler busy for years; no scan beforehand sees that.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    /// <summary>The names of a cell, which may be full of errors; none if it is too long, too deep or too hard for the compiler.</summary>
    public static CellNames Of(string code)
    {
        if (code.Length > Longest)
        {
            return None;
        }

        if (!Threads.Exist)
        {
            return FindOrNone(code);
        }

        var names = None;
        var finding = new Thread(() => names = FindOrNone(code)) { IsBackground = true, Priority = ThreadPriority.BelowNormal };
        finding.Start();
        return finding.Join(_patience) ? names : None;
    }

    private static CellNames None => new(new HashSet<string>(), new HashSet<string>(), []);

    private static CellNames FindOrNone(string code)
    {
        try
        {
            return Find(code);
        }
        catch (CellException)
        {
            return None; // too deep
        }
    }

    private static CellNames Find(string code)
    {
        var (defines, reads) = (new HashSet<string>(), new HashSet<string>());
        var parts = CellParts.Split(code);
        foreach (var part in parts.Where(part => part.Language == CellLanguage.CSharp))
        {
            var (model, script) = Read(part.Text);
            var uses = FreeNames.Of(model).ToList();
            reads.UnionWith(uses.Where(use => use.IsRead && !defines.Contains(use.Name)).Select(use => use.Name));
            defines.UnionWith(script.GetMembers().SelectMany(NamesOf));
            defines.UnionWith(Aliases(model));
            defines.UnionWith(LibraryCode.Names((CompilationUnitSyntax)model.SyntaxTree.GetRoot()));
            defines.UnionWith(uses.Where(use => use.IsWritten).Select(use => use.Name));
        }

        return new CellNames(defines, reads, [.. parts.SelectMany(part => part.Directives)
            .Where(directive => _loading.Contains(directive.Name)).Select(directive => $"{directive.Name} {directive.Argument}")]);
    }

    // Without references: what a name outside the cell means makes no difference here.
    private static (SemanticModel Model, INamedTypeSymbol Script) Read(string code)
    {
        var tree = UsingDeclarations.Parse(code);
        var compilation = CSharpCompilation.CreateScriptCompilation("Names", tree);
        return (compilation.GetSemanticModel(tree), compilation.ScriptClass!);
    }

    private static IEnumerable<string> NamesOf(ISymbol member) =>
        !member.CanBeReferencedByName ? []
        : member is IMethodSymbol { IsExtensionMethod: true } ? [member.Name, "." + member.Name]
        : [member.Name];

    private static IEnumerable<string> Aliases(SemanticModel model) => ((CompilationUnitSyntax)model.SyntaxTree.GetRoot())
        .Usings.Select(directive => directive.Alias?.Name.Identifier.ValueText).OfType<string>();
}
