using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookSession.Compiling;

/// <summary>
/// <c>using var x = …;</c> in a cell, which scripts refuse. As in a program, x is disposed at the end of what it was declared
/// in, which is the cell: what it wrote is on disk when the next cell reads it. Other variables live on.
/// </summary>
internal static class UsingDeclarations
{
    /// <summary>The same text, in which they declare variables of the script.</summary>
    public static SyntaxTree AsVariables(SyntaxTree tree) => tree.GetCompilationUnitRoot() is var root && root.Members.Any(IsUsing)
        ? tree.WithRootAndOptions(root.WithMembers([.. root.Members.Select(member => IsUsing(member) ? AsVariable((GlobalStatementSyntax)member) : member)]), tree.Options)
        : tree;

    /// <summary>The names that are to be disposed, in the order of the text.</summary>
    public static IReadOnlyList<string> Names(CompilationUnitSyntax root) =>
        [.. Variables(root).SelectMany(field => field.Declaration.Variables).Select(variable => variable.Identifier.ValueText)];

    /// <summary>What the compiler would say of a using whose value has nothing to dispose.</summary>
    public static CellError? Error(SemanticModel model) => Variables((CompilationUnitSyntax)model.SyntaxTree.GetRoot())
        .SelectMany(field => field.Declaration.Variables)
        .Where(variable => model.GetDeclaredSymbol(variable) is IFieldSymbol { Type: { TypeKind: not TypeKind.Error } type }
            && !type.AllInterfaces.Append(type).Any(known => known.Name is nameof(IDisposable) or nameof(IAsyncDisposable)))
        .Select(variable => CompileErrors.At(variable.GetLocation(), "CS1674",
            $"{variable.Identifier.ValueText} has nothing to dispose: its type is no IDisposable. Leave out using."))
        .FirstOrDefault();

    private static bool IsUsing(MemberDeclarationSyntax member) =>
        member is GlobalStatementSyntax { Statement: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword } };

    private static IEnumerable<FieldDeclarationSyntax> Variables(CompilationUnitSyntax root) =>
        root.Members.OfType<FieldDeclarationSyntax>().Where(field => field.GetLeadingTrivia().Any(SyntaxKind.DisabledTextTrivia));

    // The words stay where they were, as text that counts for nothing: so every position stays too.
    private static FieldDeclarationSyntax AsVariable(GlobalStatementSyntax statement)
    {
        var local = (LocalDeclarationStatementSyntax)statement.Statement;
        var words = statement.ToString()[..(local.Declaration.SpanStart - statement.SpanStart)];
        return SyntaxFactory.FieldDeclaration(default, default, local.Declaration, local.SemicolonToken)
            .WithLeadingTrivia([.. statement.GetLeadingTrivia(), SyntaxFactory.DisabledText(words)]);
    }
}
