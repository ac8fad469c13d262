using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NotebookKernel.Execution.InCell;

namespace NotebookKernel.Execution.Compiling;

/// <summary>
/// Writes a call of <see cref="Checkpoint"/> into every function and loop. The edits keep each statement on its line.
/// </summary>
internal static class Checkpoints
{
    private const string _enter = "global::NotebookKernel.Execution.InCell.Checkpoint.Enter();";
    private const string _notInlined = "[global::System.Runtime.CompilerServices.MethodImpl("
        + "global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]";
    private const string _pass = "global::NotebookKernel.Execution.InCell.Checkpoint.Pass();";

    /// <summary>The text with the calls in it.</summary>
    /// <param name="root">Its syntax.</param>
    /// <param name="code">The text.</param>
    /// <param name="meaning">The model of the text as written; asked only if a lambda's kind must be known.</param>
    public static SourceText Insert(CompilationUnitSyntax root, SourceText code, Lazy<SemanticModel> meaning) =>
        code.WithChanges(root.DescendantNodes().SelectMany(node => Edits(node, meaning)).OrderBy(edit => edit.Span.Start));

    private static IEnumerable<TextChange> Edits(SyntaxNode node, Lazy<SemanticModel> meaning) => node switch
    {
        BaseMethodDeclarationSyntax { Body: { } body } => [.. NotInlined(node), .. InBlock(body, _enter)],
        AccessorDeclarationSyntax { Body: { } body } => InBlock(body, _enter),
        LocalFunctionStatementSyntax { Body: { } body } => [.. NotInlined(node), .. InBlock(body, _enter)],
        AnonymousFunctionExpressionSyntax { Block: { } body } => InBlock(body, _enter),
        LambdaExpressionSyntax { ExpressionBody: { } body } lambda => InLambda(lambda, body, meaning.Value),
        ArrowExpressionClauseSyntax { Parent: { } owner } arrow => [.. NotInlined(owner), .. InArrow(arrow, owner)],
        WhileStatementSyntax loop => InLoop(loop.Statement),
        DoStatementSyntax loop => InLoop(loop.Statement),
        ForStatementSyntax loop => InLoop(loop.Statement),
        CommonForEachStatementSyntax loop => InLoop(loop.Statement),
        LabeledStatementSyntax label => [Insertion(label.ColonToken.Span.End, _pass)],
        _ => [],
    };

    // A function that is inlined would be missing in the stack trace that a student reads.
    private static IEnumerable<TextChange> NotInlined(SyntaxNode function) => function switch
    {
        BaseMethodDeclarationSyntax { AttributeLists.Count: 0 } or LocalFunctionStatementSyntax { AttributeLists.Count: 0 } =>
            [Insertion(function.SpanStart, _notInlined)],
        _ => [],
    };

    // { …   →   { check …
    private static IEnumerable<TextChange> InBlock(BlockSyntax block, string check) =>
        block.OpenBraceToken.IsMissing ? [] : [Insertion(block.OpenBraceToken.Span.End, check)];

    // while (x) F();   →   while (x) {check F();}
    private static IEnumerable<TextChange> InLoop(StatementSyntax body) => body switch
    {
        BlockSyntax block => InBlock(block, _pass),
        { IsMissing: true } => [],
        _ => [Insertion(body.SpanStart, "{" + _pass), Insertion(body.Span.End, "}")],
    };

    // x => y   →   x => {check return y;}
    private static IEnumerable<TextChange> InLambda(LambdaExpressionSyntax lambda, ExpressionSyntax body, SemanticModel meaning)
    {
        if (meaning.GetTypeInfo(lambda).ConvertedType is not INamedTypeSymbol { TypeKind: TypeKind.Delegate } type
            || meaning.GetSymbolInfo(lambda).Symbol is not IMethodSymbol method
            || type.DelegateInvokeMethod is null)
        {
            return []; // an expression tree, or an error that the compiler will tell
        }

        var isStatement = body is ThrowExpressionSyntax || method.ReturnsVoid
            || (method.IsAsync && method.ReturnType is INamedTypeSymbol { IsGenericType: false });
        return [Insertion(body.SpanStart, "{" + _enter + (isStatement ? "" : "return ")), Insertion(body.Span.End, ";}")];
    }

    // F() => x;   →   F() {check return x;}        P => x;   →   P {get{check return x;}}
    private static IEnumerable<TextChange> InArrow(ArrowExpressionClauseSyntax arrow, SyntaxNode owner)
    {
        var semicolon = owner.ChildTokens().LastOrDefault(token => token.IsKind(SyntaxKind.SemicolonToken));
        if (semicolon.IsMissing || semicolon.Span.IsEmpty || arrow.ArrowToken.IsMissing)
        {
            return [];
        }

        var keyword = arrow.Expression is ThrowExpressionSyntax || IsStatement(owner) ? "" : "return ";
        var (open, close) = owner is BasePropertyDeclarationSyntax ? ("{get{", "}}") : ("{", "}");
        return [new TextChange(arrow.ArrowToken.Span, open + _enter + keyword), Insertion(semicolon.Span.End, close)];
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

    private static TextChange Insertion(int position, string text) => new(new TextSpan(position, 0), text);
}
