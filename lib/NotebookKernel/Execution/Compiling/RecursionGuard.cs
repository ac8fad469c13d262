using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NotebookKernel.Execution.Compiling;

/// <summary>
/// A stack overflow ends the process, and with it every variable of the notebook. So every function of a cell first
/// asks whether stack is left, and recursion without an end becomes an exception with a line number. The edits keep
/// each statement on its line.
/// </summary>
internal static class RecursionGuard
{
    private const string _check = "global::System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();";

    /// <summary>The text with the checks in it.</summary>
    public static SourceText Insert(CompilationUnitSyntax root, SourceText code) =>
        code.WithChanges(root.DescendantNodes().SelectMany(Edits).OrderBy(edit => edit.Span.Start));

    private static IEnumerable<TextChange> Edits(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax { Body: { } body } => InBlock(body),
        AccessorDeclarationSyntax { Body: { } body } => InBlock(body),
        LocalFunctionStatementSyntax { Body: { } body } => InBlock(body),
        AnonymousFunctionExpressionSyntax { Block: { } body } => InBlock(body),
        ArrowExpressionClauseSyntax { Parent: { } owner } arrow => InArrow(arrow, owner),
        _ => [],
    };

    // { …   →   { check …
    private static IEnumerable<TextChange> InBlock(BlockSyntax block) =>
        block.OpenBraceToken.IsMissing ? [] : [new TextChange(new TextSpan(block.OpenBraceToken.Span.End, 0), _check)];

    // F() => x;   →   F() { check return x;}        P => x;   →   P { get { check return x;}}
    private static IEnumerable<TextChange> InArrow(ArrowExpressionClauseSyntax arrow, SyntaxNode owner)
    {
        var semicolon = owner.ChildTokens().LastOrDefault(token => token.IsKind(SyntaxKind.SemicolonToken));
        if (semicolon.IsMissing || semicolon.Span.IsEmpty || arrow.ArrowToken.IsMissing)
        {
            return [];
        }

        var keyword = arrow.Expression is ThrowExpressionSyntax || IsStatement(owner) ? "" : "return ";
        var (open, close) = owner is BasePropertyDeclarationSyntax ? ("{get{", "}}") : ("{", "}");
        return
        [
            new TextChange(arrow.ArrowToken.Span, open + _check + keyword),
            new TextChange(new TextSpan(semicolon.Span.End, 0), close),
        ];
    }

    private static bool IsStatement(SyntaxNode owner) => owner switch
    {
        MethodDeclarationSyntax method => ReturnsNothing(method.ReturnType, method.Modifiers),
        LocalFunctionStatementSyntax function => ReturnsNothing(function.ReturnType, function.Modifiers),
        AccessorDeclarationSyntax accessor => !accessor.IsKind(SyntaxKind.GetAccessorDeclaration),
        ConstructorDeclarationSyntax or DestructorDeclarationSyntax => true,
        _ => false,
    };

    private static bool ReturnsNothing(TypeSyntax type, SyntaxTokenList modifiers) =>
        type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
        || (modifiers.Any(SyntaxKind.AsyncKeyword) && type is not (GenericNameSyntax or QualifiedNameSyntax { Right: GenericNameSyntax }));
}
