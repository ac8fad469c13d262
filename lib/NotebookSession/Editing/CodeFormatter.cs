using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotebookSession.Compiling;
using NotebookSession.Directives;

namespace NotebookSession.Editing;

/// <summary>
/// Lays a cell's code out: a line is indented by what it is in, and spaces stand around operators and after commas, not within
/// parentheses. Where lines break stays as it was written, and so does what the tokens say.
/// </summary>
public static class CodeFormatter
{
    private const int Step = 4; // columns

    /// <summary>The code, laid out; unchanged if it has syntax errors or parts in other languages.</summary>
    public static string Format(string code)
    {
        if (CellParts.Split(code).Any(part => part.Language != CellLanguage.CSharp))
        {
            return code;
        }

        var root = CodeSyntax.Parse(code, LibraryCompiler.ParseOptions).GetRoot();
        root = root.GetDiagnostics().Any(Severe) ? CodeSyntax.Parse(code, ScriptCompiler.ParseOptions).GetRoot() : root;
        return root.GetDiagnostics().Any(Severe) ? code : Lines(root, code);
    }

    private static bool Severe(Diagnostic problem) => problem.Severity == DiagnosticSeverity.Error;

    private static string Lines(SyntaxNode root, string code)
    {
        var tokens = root.DescendantTokens().ToList();
        var text = new StringBuilder();
        var (end, begins) = (0, new Dictionary<SyntaxNode, (int, int)>());
        foreach (var (token, at) in tokens.Select((token, at) => (token, at)))
        {
            var gap = code[end..token.SpanStart];
            text.Append(
                gap.Contains('\n', StringComparison.Ordinal) || at == 0 ? Break(gap, token, Indent(token, code, begins))
                : IsWithinString(token) || !string.IsNullOrWhiteSpace(gap) ? gap
                : HasSpace(tokens[at - 1], token) ?? gap.Length > 0 ? " " : "");
            text.Append(token.Text);
            end = token.Span.End;
        }

        return text.ToString().TrimEnd();
    }

    // Null where it is a matter of taste.
    private static bool? HasSpace(SyntaxToken left, SyntaxToken right) => (left.Kind(), right.Kind()) switch
    {
        (_, SyntaxKind.CommaToken or SyntaxKind.SemicolonToken or SyntaxKind.CloseParenToken) or (SyntaxKind.OpenParenToken, _) => false,
        (_, SyntaxKind.DotToken) or (SyntaxKind.DotToken, _) => false,
        (SyntaxKind.OpenBracketToken, _) or (_, SyntaxKind.CloseBracketToken) => false,
        (SyntaxKind.CommaToken, SyntaxKind.CommaToken or SyntaxKind.OmittedArraySizeExpressionToken or SyntaxKind.OmittedTypeArgumentToken) => false,
        (SyntaxKind.CommaToken, _) => true,
        (SyntaxKind.SemicolonToken, _) => true,
        (_, SyntaxKind.OpenParenToken) when right.Parent is BaseArgumentListSyntax or ParameterListSyntax { Parent: not ParenthesizedLambdaExpressionSyntax } => false,
        (_, SyntaxKind.OpenParenToken) when right.Parent is StatementSyntax && !left.IsKind(SyntaxKind.OpenBraceToken) => true,
        (_, SyntaxKind.OpenBracketToken) when right.Parent is BracketedArgumentListSyntax { Parent: not ImplicitElementAccessSyntax } => false,
        _ when IsOperator(left) || IsOperator(right) => true,
        (SyntaxKind.OpenBraceToken, SyntaxKind.CloseBraceToken) => null,
        (_, SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken) or (SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken, _) when !IsWithinString(right) => left.IsKind(SyntaxKind.CloseBraceToken) ? null : true,
        _ => null,
    };

    private static bool IsOperator(SyntaxToken token) => token.Parent switch
    {
        BinaryExpressionSyntax binary => binary.OperatorToken == token,
        AssignmentExpressionSyntax set => set.OperatorToken == token,
        ConditionalExpressionSyntax choice => choice.QuestionToken == token || choice.ColonToken == token,
        BinaryPatternSyntax both => both.OperatorToken == token,
        EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax or SwitchExpressionArmSyntax =>
            token.Kind() is SyntaxKind.EqualsToken or SyntaxKind.EqualsGreaterThanToken,
        _ => false,
    };

    // Lines between two tokens: comments and directives, each indented like the line that they stand above.
    private static string Break(string gap, SyntaxToken token, int indent)
    {
        if (IsWithinString(token))
        {
            return gap;
        }

        var lines = gap.Split('\n');
        var isEnd = token.IsKind(SyntaxKind.EndOfFileToken);
        return string.Join('\n', lines.Select((line, at) =>
            at == 0 && token.SpanStart > gap.Length ? line.TrimEnd()
            : at == lines.Length - 1 && !isEnd ? new string(' ', indent) + (line.Trim() is { Length: > 0 } before ? before + " " : "")
            : string.IsNullOrWhiteSpace(line) ? ""
            : line.TrimStart().StartsWith('#') ? line.Trim()
            : new string(' ', indent) + line.Trim()));
    }

    // A statement's or member's first line is as deep as what it stands in; its other lines stand to the right of that one,
    // as far as they did.
    private static int Indent(SyntaxToken token, string code, Dictionary<SyntaxNode, (int Written, int Now)> begins)
    {
        if (token.Parent is null || token.IsKind(SyntaxKind.EndOfFileToken))
        {
            return 0;
        }

        var begun = token.Parent.AncestorsAndSelf().TakeWhile(node => node.SpanStart == token.SpanStart).LastOrDefault(StandsAlone);
        if (begun is not null || IsBrace(token))
        {
            var indent = Step * Depth(token, begun);
            if (begun is not null)
            {
                begins[begun] = (Column(token.SpanStart, code), indent);
            }

            return indent;
        }

        var (written, now) = token.Parent.AncestorsAndSelf().Where(begins.ContainsKey).Select(node => begins[node]).FirstOrDefault();
        var least = token.Kind() is SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken ? now : now + Step;
        return Math.Max(least, Column(token.SpanStart, code) + now - written);
    }

    private static bool StandsAlone(SyntaxNode node) => node is StatementSyntax and not BlockSyntax or MemberDeclarationSyntax or UsingDirectiveSyntax
        or SwitchLabelSyntax or SwitchExpressionArmSyntax or AccessorDeclarationSyntax or ElseClauseSyntax or CatchClauseSyntax or FinallyClauseSyntax
        or AttributeListSyntax;

    private static bool IsBrace(SyntaxToken token) =>
        token.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken && !token.Parent.IsKind(SyntaxKind.Interpolation);

    private static int Depth(SyntaxToken token, SyntaxNode? begun) => token.Parent!.AncestorsAndSelf().Count(node =>
        (Braces(node) is var (open, close) && !open.IsMissing && open.Span.Length > 0 && open.Span.End <= token.SpanStart && token != close)
        || (node is SwitchSectionSyntax && begun is not SwitchLabelSyntax)
        || (node is StatementSyntax and not BlockSyntax && IsEmbedded(node) && node.SpanStart <= token.SpanStart && !IsBrace(token)));

    private static (SyntaxToken Open, SyntaxToken Close)? Braces(SyntaxNode node) => node switch
    {
        BlockSyntax block => (block.OpenBraceToken, block.CloseBraceToken),
        BaseTypeDeclarationSyntax type => (type.OpenBraceToken, type.CloseBraceToken),
        NamespaceDeclarationSyntax space => (space.OpenBraceToken, space.CloseBraceToken),
        SwitchStatementSyntax choice => (choice.OpenBraceToken, choice.CloseBraceToken),
        SwitchExpressionSyntax choice => (choice.OpenBraceToken, choice.CloseBraceToken),
        InitializerExpressionSyntax list => (list.OpenBraceToken, list.CloseBraceToken),
        AnonymousObjectCreationExpressionSyntax made => (made.OpenBraceToken, made.CloseBraceToken),
        AccessorListSyntax list => (list.OpenBraceToken, list.CloseBraceToken),
        PropertyPatternClauseSyntax pattern => (pattern.OpenBraceToken, pattern.CloseBraceToken),
        _ => null,
    };

    private static bool IsEmbedded(SyntaxNode statement) => statement.Parent is IfStatementSyntax or WhileStatementSyntax or ForStatementSyntax
        or CommonForEachStatementSyntax or UsingStatementSyntax or LockStatementSyntax or FixedStatementSyntax or DoStatementSyntax
        || (statement.Parent is ElseClauseSyntax && statement is not IfStatementSyntax);

    private static bool IsWithinString(SyntaxToken token) =>
        token.Parent!.AncestorsAndSelf().Any(node => node is InterpolatedStringExpressionSyntax text && text.SpanStart < token.SpanStart);

    private static int Column(int position, string code) => position - (code.LastIndexOf('\n', Math.Max(0, position - 1)) + 1);
}
