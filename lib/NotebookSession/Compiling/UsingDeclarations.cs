using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NotebookSession.Compiling;

/// <summary>
/// <c>using var x = …;</c> in a cell, which scripts refuse. As in a program, x is disposed at the end of what it was declared
/// in, which is the cell: what it wrote is on disk when the next cell reads it. Other variables live on.
/// </summary>
internal static class UsingDeclarations
{
    /// <summary>The syntax of a cell, in which they declare variables of the script.</summary>
    public static SyntaxTree Parse(string code, string source = "", CancellationToken stop = default)
    {
        var words = code.Contains("using", StringComparison.Ordinal)
            ? Words(CodeSyntax.Parse(code, LibraryCompiler.ParseOptions, source, stop).GetCompilationUnitRoot(stop))
            : [];
        if (words.Count == 0)
        {
            return CodeSyntax.Parse(code, ScriptCompiler.ParseOptions, source, stop);
        }

        // The words stay where they were, as text that counts for nothing: so every position stays too.
        var blanked = words.Aggregate(code, (text, word) => string.Concat(text.AsSpan(0, word.Start), new string(' ', word.Length), text.AsSpan(word.End)));
        var tree = CodeSyntax.Parse(blanked, ScriptCompiler.ParseOptions, source, stop);
        var root = tree.GetCompilationUnitRoot(stop);
        return tree.WithRootAndOptions(
            root.ReplaceTrivia(words.Select(word => root.FindTrivia(word.Start)), (blank, _) => SyntaxFactory.DisabledText(code.Substring(blank.FullSpan.Start, blank.FullSpan.Length))),
            tree.Options);
    }

    /// <summary>The names that are to be disposed, in the order of the text.</summary>
    public static IReadOnlyList<string> Names(CompilationUnitSyntax root) =>
        [.. Variables(root).SelectMany(field => field.Declaration.Variables).Select(variable => variable.Identifier.ValueText)];

    /// <summary>A using whose value has nothing to dispose, or a use of what an earlier cell's has disposed.</summary>
    /// <param name="model">Of a cell.</param>
    /// <param name="disposed">The names from earlier cells.</param>
    public static CellError? Error(SemanticModel model, IReadOnlySet<string> disposed)
    {
        var root = (CompilationUnitSyntax)model.SyntaxTree.GetRoot();
        var empty = Variables(root).SelectMany(field => field.Declaration.Variables)
            .Where(variable => model.GetDeclaredSymbol(variable) is IFieldSymbol { Type: { TypeKind: not TypeKind.Error } type }
                && !type.AllInterfaces.Append(type).Any(known => known.Name is nameof(IDisposable) or nameof(IAsyncDisposable)))
            .Select(variable => CompileErrors.At(variable.GetLocation(), "CS1674",
                $"{variable.Identifier.ValueText} has nothing to dispose: its type is no IDisposable. Leave out using."));
        var late =
            from name in root.DescendantNodes().OfType<IdentifierNameSyntax>()
            where disposed.Contains(name.Identifier.ValueText)
            let declared = (model.GetSymbolInfo(name).Symbol as IFieldSymbol)?.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree
            where declared is not null && declared != model.SyntaxTree && Names(declared.GetCompilationUnitRoot()).Contains(name.Identifier.ValueText)
            select CompileErrors.At(name.GetLocation(), "UsingEnded",
                $"{name.Identifier.ValueText} was declared with using in {declared.FilePath}, at whose end it was disposed. "
                    + "Leave out using there if later cells need it.");
        return empty.Concat(late).FirstOrDefault();
    }

    private static IReadOnlyList<TextSpan> Words(CompilationUnitSyntax program) =>
    [
        .. from statement in program.Members.OfType<GlobalStatementSyntax>()
           let local = statement.Statement as LocalDeclarationStatementSyntax
           where local is not null && local.UsingKeyword.IsKind(SyntaxKind.UsingKeyword)
           from word in (SyntaxToken[])[local.AwaitKeyword, local.UsingKeyword]
           where !word.Span.IsEmpty
           select word.Span,
    ];

    private static IEnumerable<FieldDeclarationSyntax> Variables(CompilationUnitSyntax root) =>
        from blank in root.DescendantTrivia()
        where blank.IsKind(SyntaxKind.DisabledTextTrivia) && blank.ToString().TrimEnd(' ', '\t').EndsWith("using", StringComparison.Ordinal)
        let field = root.FindToken(blank.FullSpan.End).Parent?.FirstAncestorOrSelf<FieldDeclarationSyntax>()
        where field is not null
        select field;
}
