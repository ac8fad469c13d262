using System.Net;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Rendering;

/// <summary>C# → html in which what matters has a class: keyword, string, number, comment, type, method, directive.</summary>
public static class CodeHtml
{
    private static readonly CSharpParseOptions Script = CSharpParseOptions.Default.WithKind(SourceCodeKind.Script);

    /// <summary>The code as html, for a <c>pre</c> with the class <c>csharp</c>.</summary>
    public static string Highlight(string csharp)
    {
        var html = new StringBuilder();
        foreach (var token in CSharpSyntaxTree.ParseText(csharp, Script).GetRoot().DescendantTokens())
        {
            foreach (var trivia in token.LeadingTrivia)
            {
                Append(html, trivia.ToFullString(), Class(trivia));
            }

            Append(html, token.Text, Class(token));
            foreach (var trivia in token.TrailingTrivia)
            {
                Append(html, trivia.ToFullString(), Class(trivia));
            }
        }

        return html.ToString();
    }

    private static void Append(StringBuilder html, string text, string? className)
    {
        var encoded = WebUtility.HtmlEncode(text);
        html.Append(className is null || text.Length == 0 ? encoded : $"<span class=\"{className}\">{encoded}</span>");
    }

    private static string? Class(SyntaxTrivia trivia) =>
        trivia.IsDirective ? "directive"
        : trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.DisabledTextTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia ? "comment"
        : null;

    private static string? Class(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => "number",
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken
            or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken
            or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringEndToken
            or SyntaxKind.InterpolatedRawStringEndToken => "string",
        SyntaxKind.IdentifierToken => ClassOfName(token),
        var kind when SyntaxFacts.IsKeywordKind(kind) || SyntaxFacts.IsContextualKeyword(kind) => "keyword",
        _ => null,
    };

    private static string? ClassOfName(SyntaxToken token) => token.Parent switch
    {
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or TypeParameterSyntax or ConstructorDeclarationSyntax => "type",
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => "method",
        IdentifierNameSyntax { IsVar: true } or IdentifierNameSyntax { Identifier.Text: "nint" or "nuint" or "dynamic" } => "keyword",
        SimpleNameSyntax name when SyntaxFacts.IsInTypeOnlyContext(name) => "type",
        SimpleNameSyntax name when IsCalled(name) => "method",
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } name when access.Expression == name && char.IsUpper(token.Text[0]) => "type",
        _ => null,
    };

    private static bool IsCalled(SimpleNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax => true,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access => call.Expression == access && access.Name == name,
        MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax } => true,
        _ => false,
    };
}
