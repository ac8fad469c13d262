using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookSession.Compiling;

/// <summary>C# text → a loaded submission, compiled against the submissions before it.</summary>
internal sealed class ScriptCompiler
{
    internal static readonly CSharpParseOptions ParseOptions =
        new(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Script);

    private static readonly CSharpCompilationOptions _common = new(
        OutputKind.DynamicallyLinkedLibrary,
        usings:
        [
            "System", "System.Collections", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text",
            "System.Threading", "System.Threading.Tasks", "Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Formatting",
            "Microsoft.DotNet.Interactive.Kernel", "NotebookSession.InCell",
        ],
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: true,
        concurrentBuild: false,
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default,
        reportSuppressedDiagnostics: false);

    private static readonly Lock _binding = new();

    private readonly Lock _making = new(); // help with writing compiles while a cell does
    private readonly Libraries _libraries;
    private readonly SubmissionChain _chain;
    private readonly CSharpCompilationOptions _options;
    private readonly CodeLoader _loader;
    private readonly LibraryCompiler _libraryCompiler;
    private readonly CellLibraries _cellLibraries;
    private CSharpCompilation? _empty;
    private IReadOnlyList<MetadataReference>? _references;
    private int _count;

    public ScriptCompiler(Libraries libraries, SubmissionChain chain)
    {
        (_libraries, _chain) = (libraries, chain);
        _options = HighestVersionCounts(_common.WithMetadataReferenceResolver(libraries.References), true);
        _loader = new CodeLoader(libraries, chain);
        _libraryCompiler = new LibraryCompiler(_options, _loader, chain, libraries.Host);
        _cellLibraries = new CellLibraries(libraries, _libraryCompiler);
    }

    /// <summary>Compiles a piece of C# and loads it; it doesn't join the chain until it runs.</summary>
    /// <param name="code">The text, with directives blanked out.</param>
    /// <param name="source">What errors and stack traces call it.</param>
    /// <param name="stop">Ends the compilation.</param>
    /// <exception cref="CellException">It does not compile; the errors are in the student's terms.</exception>
    public Submission Compile(string code, string source, CancellationToken stop)
    {
        _chain.Prune();
        var tree = UsingDeclarations.Parse(code, source, stop);
        var root = tree.GetCompilationUnitRoot(stop);
        if (LibraryCode.IsAll(root))
        {
            _cellLibraries.Add(CodeSyntax.Parse(code, LibraryCompiler.ParseOptions, source, stop), stop);
            var rest = tree.WithRootAndOptions(LibraryCode.Usings(root), ParseOptions);
            return new Submission(Create(rest), rest.GetCompilationUnitRoot(stop)) { Warnings = [.. MainMethods.NotCalled(root)] };
        }

        if (TakenForGranted.NamesJson(root))
        {
            _libraries.AddShared(TakenForGranted.Json);
        }

        var compilation = Create(tree);
        if (root.Members.Count == 0)
        {
            CodeLoader.Require(compilation.GetDiagnostics(stop), compilation);
            return new Submission(compilation, root);
        }

        var disposed = UsingDeclarations.Names(root);
        if ((disposed.Count > 0 || _chain.Disposed.Count > 0)
            && UsingDeclarations.Error(compilation.GetSemanticModel(tree), _chain.Disposed) is { } misused)
        {
            throw new CellException(misused);
        }

        var (assembly, _, emitted) = _loader.Load(compilation, isLibrary: false, stop);
        return new Submission(compilation, root)
        {
            Assembly = assembly,
            Disposed = disposed,
            Entry = EntryOf(compilation.Options.ScriptClassName!, assembly),
            HasValue = () => HasValue(compilation, tree),
            Warnings = [.. emitted.Where(warning => warning.Id == "CS4014").Select(CompileErrors.NotAwaited), .. MainMethods.NotCalled(root)],
        };
    }

    /// <summary>A cell that is being written, with what its names mean; it may be full of errors.</summary>
    public (SyntaxNode Root, SemanticModel Model) Read(string code)
    {
        var tree = UsingDeclarations.Parse(code);
        if (LibraryCode.IsAll(tree.GetCompilationUnitRoot()))
        {
            var declarations = CodeSyntax.Parse(code, LibraryCompiler.ParseOptions, SourceName.Cell(0));
            return (declarations.GetRoot(), _cellLibraries.Create(declarations).GetSemanticModel(declarations));
        }

        return (tree.GetRoot(), Create(tree).GetSemanticModel(tree, ignoreAccessibility: false));
    }

    /// <summary>The cells of a notebook, each behind those before it, whether or not they have run.</summary>
    public IReadOnlyList<(SyntaxNode Root, SemanticModel Model)> Read(IEnumerable<string> cells)
    {
        CSharpCompilation? last = null;
        var read = new List<(SyntaxNode, SemanticModel)>();
        foreach (var tree in cells.Select(cell => UsingDeclarations.Parse(cell)))
        {
            var name = SourceName.Class(read.Count);
            var cell = CSharpCompilation.CreateScriptCompilation(name, tree, _libraries.References.All, _options.WithScriptClassName(name), null, typeof(object));
            last = Bound(cell.WithScriptCompilationInfo(cell.ScriptCompilationInfo!.WithPreviousScriptCompilation(last))); // which may have errors
            read.Add((tree.GetRoot(), last.GetSemanticModel(tree, ignoreAccessibility: false)));
        }

        return read;
    }

    // What Roslyn's own scripting is compiled with, and keeps to itself.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "WithReferencesSupersedeLowerVersions")]
    private static extern CSharpCompilationOptions HighestVersionCounts(CSharpCompilationOptions options, bool value);

    // To find its way through some 170 references costs the compiler more than a short cell does; so one compilation
    // without text is kept for all that are written behind the same submission, and shares its name with them.
    private CSharpCompilation Create(SyntaxTree tree)
    {
        lock (_making)
        {
            var (last, references) = (_chain.Last, _libraries.References.All);
            if (_empty is null || _empty.ScriptCompilationInfo!.PreviousScriptCompilation != last || _references != references)
            {
                var name = SourceName.Class(++_count);
                _references = references;
                _empty = Bound(CSharpCompilation.CreateScriptCompilation(
                    name, null, references, _options.WithScriptClassName(name), last, typeof(object)));
            }

            return Bound(TakenForGranted.WithTags(Bound(_empty.AddSyntaxTrees(tree)), tree));
        }
    }

    // Roslyn shares what it has read of an assembly between compilations, unless two that bind for the first time at
    // once both read it: then a later cell may meet the other one's types, and they are not its own.
    public static CSharpCompilation Bound(CSharpCompilation compilation)
    {
        lock (_binding)
        {
            _ = compilation.Assembly;
        }

        return compilation;
    }

    private static Func<object?[], Task<object?>> EntryOf(string scriptClass, Assembly assembly) =>
        assembly.GetType(scriptClass, throwOnError: true)!
            .GetMethod("<Factory>", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();

    // That the value is null is shown for a last expression without its semicolon, if it has a type, and for `return x;`.
    private static bool HasValue(CSharpCompilation compilation, SyntaxTree tree) =>
        tree.GetCompilationUnitRoot().Members.LastOrDefault() is GlobalStatementSyntax { Statement: var last } && last switch
        {
            ExpressionStatementSyntax { SemicolonToken.IsMissing: true } shown =>
                compilation.GetSemanticModel(tree).GetTypeInfo(shown.Expression).Type?.SpecialType != SpecialType.System_Void,
            ReturnStatementSyntax { Expression: not null } => true,
            _ => false,
        };
}
