using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using NotebookSession.Instrumenting;

namespace NotebookSession.Compiling;

/// <summary>C# text → a loaded submission, compiled against the submissions before it.</summary>
internal sealed class ScriptCompiler(Libraries libraries, SubmissionChain chain)
{
    private const int _staying = 500; // cells

    internal static readonly CSharpParseOptions ParseOptions =
        new(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Script);

    private static readonly EmitOptions _emitOptions = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    private readonly CSharpCompilationOptions _options = new(
        OutputKind.DynamicallyLinkedLibrary,
        usings:
        [
            "System", "System.Collections", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text",
            "System.Threading", "System.Threading.Tasks", "Microsoft.DotNet.Interactive.Formatting",
            "NotebookSession.InCell", "NotebookSession.InCell.Functions",
        ],
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: true,
        concurrentBuild: false,
        metadataReferenceResolver: libraries,
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default,
        reportSuppressedDiagnostics: false);

    // What a new console project has by itself, so that its files compile here as they do there.
    private static readonly string[] _libraryUsings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks"];

    private static readonly Lock _binding = new();

    private readonly Lock _making = new(); // help with writing compiles while a cell does
    private CSharpCompilation? _empty;
    private IReadOnlyList<MetadataReference>? _references;
    private int _count;
    private int _loaded;

    /// <summary>Compiles a piece of C# and loads it; it doesn't join the chain until it runs.</summary>
    /// <param name="code">The text, with directives blanked out.</param>
    /// <param name="source">What errors and stack traces call it.</param>
    /// <param name="stop">Ends the compilation.</param>
    /// <exception cref="CellException">It does not compile; the errors are in the student's terms.</exception>
    public Submission Compile(string code, string source, CancellationToken stop)
    {
        chain.Prune();
        var tree = CodeSyntax.Parse(code, ParseOptions, source, stop);
        var root = tree.GetCompilationUnitRoot(stop);
        var compilation = Create(tree);
        if (root.Members.Count == 0)
        {
            Require(compilation.GetDiagnostics(stop), compilation);
            return new Submission(compilation, root);
        }

        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = Emit(compilation, image, symbols, stop);
        var assembly = Load(image, symbols);
        return new Submission(compilation, root)
        {
            Assembly = assembly,
            Entry = EntryOf(compilation.Options.ScriptClassName!, assembly),
            HasValue = () => HasValue(compilation, tree),
            Warnings = [.. emitted.Where(warning => warning.Id == "CS4014").Select(CompileErrors.NotAwaited), .. MainMethods.NotCalled(root)],
        };
    }

    /// <summary>A cell that is being written, with what its names mean; it may be full of errors.</summary>
    public (SyntaxNode Root, SemanticModel Model) Read(string code)
    {
        var tree = CodeSyntax.Parse(code, ParseOptions);
        return (tree.GetRoot(), Create(tree).GetSemanticModel(tree, ignoreAccessibility: false));
    }

    /// <summary>Whether a source file has what a script may not have: a namespace, or extension methods in a class.</summary>
    public static bool NeedsAssembly(string code) => CodeSyntax.Parse(code, ParseOptions.WithKind(SourceCodeKind.Regular))
        .GetRoot().DescendantNodes().Any(node => node is BaseNamespaceDeclarationSyntax or ExtensionBlockDeclarationSyntax
            || (node is ParameterSyntax { Parent.Parent.Parent: TypeDeclarationSyntax } parameter && parameter.Modifiers.Any(SyntaxKind.ThisKeyword)));

    /// <summary>Compiles a source file as a library of its own: namespaces and extension methods work, cells aren't seen.</summary>
    /// <exception cref="CellException">It does not compile.</exception>
    public MetadataReference CompileLibrary(string code, string source, CancellationToken stop)
    {
        var tree = CodeSyntax.Parse(code, ParseOptions.WithKind(SourceCodeKind.Regular), source, stop);
        var usings = CSharpSyntaxTree.ParseText(string.Concat(_libraryUsings.Select(name => $"global using global::{name};")),
            ParseOptions.WithKind(SourceCodeKind.Regular), cancellationToken: stop);
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var compilation = Bound(CSharpCompilation.Create(
            $"{SourceName.Class(++_count)}Library", [tree, usings], libraries.References, _options.WithUsings().WithConcurrentBuild(false)));
        Emit(compilation, image, symbols, stop);
        chain.AddLibrary(Load(image, symbols));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static ImmutableArray<Diagnostic> Emit(CSharpCompilation compilation, Stream image, Stream symbols, CancellationToken stop)
    {
        EmitResult emitted;
        try
        {
            emitted = compilation.Emit(image, symbols, options: _emitOptions, cancellationToken: stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new CellException(CompileErrors.Fault(fault));
        }

        Require(emitted.Diagnostics, compilation);
        return emitted.Diagnostics;
    }

    private static void Require(IReadOnlyCollection<Diagnostic> diagnostics, Compilation compilation)
    {
        if (diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            throw new CellException(CompileErrors.Report(diagnostics, compilation));
        }
    }

    // Code that may be freed again takes longer to get going: what a lesson or two need, stays.
    private Assembly Load(MemoryStream image, MemoryStream symbols)
    {
        var (instrumented, itsSymbols) = InstrumentedImage.Of(image, symbols);
        return new SubmissionContext(libraries, chain.Assemblies, collectible: ++_loaded > _staying).Load(instrumented, itsSymbols);
    }

    // To find its way through some 170 references costs the compiler more than a short cell does; so one compilation
    // without text is kept for all that are written behind the same submission, and shares its name with them.
    private CSharpCompilation Create(SyntaxTree tree)
    {
        lock (_making)
        {
            var (last, references) = (chain.Last, libraries.References);
            if (_empty is null || _empty.ScriptCompilationInfo!.PreviousScriptCompilation != last || _references != references)
            {
                var name = SourceName.Class(++_count);
                _references = references;
                _empty = Bound(CSharpCompilation.CreateScriptCompilation(
                    name, null, references, _options.WithScriptClassName(name), last, typeof(object)));
            }

            return Bound(_empty.AddSyntaxTrees(tree));
        }
    }

    // Roslyn shares what it has read of an assembly between compilations, unless two that bind for the first time at
    // once both read it: then a later cell may meet the other one's types, and they are not its own.
    private static CSharpCompilation Bound(CSharpCompilation compilation)
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
