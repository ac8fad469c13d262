using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotebookSession.Hosting;

namespace NotebookSession.Compiling;

/// <summary>Compiles text as a library of its own: namespaces and extension methods work, what scripts declare isn't seen.</summary>
internal sealed class LibraryCompiler(CSharpCompilationOptions options, CodeLoader loader, SubmissionChain chain, HostAssemblies host)
{
    public static readonly CSharpParseOptions ParseOptions = ScriptCompiler.ParseOptions.WithKind(SourceCodeKind.Regular);

    // What a new console project has by itself, so that its files compile here as they do there.
    private static readonly string[] _projectUsings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks"];

    // With any key: the compiler tells versions apart only where an assembly has one.
    private readonly CSharpCompilationOptions _options =
        options.WithUsings().WithPublicSign(true).WithCryptoPublicKey([.. typeof(object).Assembly.GetName().GetPublicKey()!]);

    /// <summary>The compilation of a file, with a project's usings, or of a cell, with those of the cells so far.</summary>
    public CSharpCompilation Create(string name, int version, SyntaxTree tree, IReadOnlyList<MetadataReference> references)
    {
        var compilation = ScriptCompiler.Bound(CSharpCompilation.Create(name, [tree], references, _options));
        var usings = SourceName.IsFile(tree.FilePath)
            ? _projectUsings.Select(name => $"using global::{name};")
            : UsingsOfCells(compilation);
        return compilation.AddSyntaxTrees(Globally(usings, version));
    }

    /// <summary>Loads it for cells to refer to.</summary>
    /// <exception cref="CellException">It does not compile.</exception>
    public (MetadataReference Reference, IReadOnlyCollection<string> Uses) Load(CSharpCompilation compilation, CancellationToken stop)
    {
        var (assembly, image, _) = loader.Load(compilation, isLibrary: true, stop);
        chain.AddLibrary(assembly);
        return (MetadataReference.CreateFromImage(image), [.. assembly.GetReferencedAssemblies().Select(name => name.Name!)]);
    }

    /// <summary>A library of that name in which there is nothing any more.</summary>
    public MetadataReference Empty(string name, int version)
    {
        using var image = new MemoryStream();
        CSharpCompilation.Create(name, [Globally([], version)], host.References.Values, _options).Emit(image);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    // A using of a script's class means nothing here.
    private IEnumerable<string> UsingsOfCells(CSharpCompilation compilation)
    {
        var tree = Globally([.. options.Usings.Select(Using), .. chain.Usings], version: 0);
        var model = compilation.AddSyntaxTrees(tree).GetSemanticModel(tree);
        return tree.GetCompilationUnitRoot().Usings
            .Where(directive => model.GetSymbolInfo(directive.NamespaceOrType).Symbol is not null)
            .Select(directive => directive.WithGlobalKeyword(default).ToString());

        string Using(string name) => $"using {(compilation.GetTypeByMetadataName(name) is null ? "" : "static ")}{name};";
    }

    private static SyntaxTree Globally(IEnumerable<string> usings, int version) => CSharpSyntaxTree.ParseText(
        string.Concat(usings.Distinct().Select(directive => $"global {directive}\n")) + $"[assembly: System.Reflection.AssemblyVersion(\"{version}.0.0.0\")]",
        ParseOptions);
}
