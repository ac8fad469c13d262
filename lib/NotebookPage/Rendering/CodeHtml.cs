using System.Net;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using NotebookSession.Compiling;

namespace NotebookPage.Rendering;

/// <summary>
/// C# → html in which what matters has a class: keyword, string, number, comment, type, method, directive. The tokens and
/// their neighbors tell it, so that the time is linear in the text's length, whatever stands there.
/// </summary>
public static class CodeHtml
{
    /// <summary>The code as html, for a <c>pre</c> with the class <c>csharp</c>.</summary>
    public static string Highlight(string csharp)
    {
        if (Spans(csharp) is not { } spans)
        {
            return $"<span title=\"Not colored: there is too much of it.\">{WebUtility.HtmlEncode(csharp)}</span>";
        }

        var html = new StringBuilder();
        var at = 0;
        foreach (var (start, end, name) in spans)
        {
            html.Append(WebUtility.HtmlEncode(csharp[at..start]));
            html.Append($"<span class=\"{name}\">{WebUtility.HtmlEncode(csharp[start..end])}</span>");
            at = end;
        }

        return html.Append(WebUtility.HtmlEncode(csharp[at..])).ToString();
    }

    /// <summary>What has a class, from the start; null if there is too much of it.</summary>
    public static IReadOnlyList<CodeSpan>? Spans(string csharp) => CodeTokens.Of(csharp) is not { } tokens ? null :
    [
        .. Enumerable.Range(0, tokens.Count)
            .Select(i => (tokens[i].Start, tokens[i].End, Class: Class(csharp, tokens, i)))
            .Where(token => token.Class is not null).Select(token => new CodeSpan(token.Start, token.End, token.Class!)),
    ];

    private static string? Class(string code, IReadOnlyList<CodeToken> tokens, int i) => tokens[i].Kind switch
    {
        SyntaxKind.NumericLiteralToken => "number",
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringToken or SyntaxKind.InterpolatedStringTextToken => "string",
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.DisabledTextTrivia => "comment",
        SyntaxKind.IdentifierToken => ClassOfName(code, tokens, i),
        var kind when SyntaxFacts.IsPreprocessorDirective(kind) || kind == SyntaxKind.ShebangDirectiveTrivia => "directive",
        var kind when SyntaxFacts.IsKeywordKind(kind) => "keyword",
        _ => null,
    };

    private static string? ClassOfName(string code, IReadOnlyList<CodeToken> tokens, int i)
    {
        var name = code[tokens[i].Start..tokens[i].End];
        var (before, after) = (KindAt(tokens, i - 1), KindAt(tokens, i + 1));
        var isMember = before is SyntaxKind.DotToken;
        return !isMember && IsWord(name, after) ? "keyword"
            : before is SyntaxKind.ClassKeyword or SyntaxKind.StructKeyword or SyntaxKind.InterfaceKeyword or SyntaxKind.EnumKeyword
                or SyntaxKind.NewKeyword or SyntaxKind.IsKeyword or SyntaxKind.AsKeyword || (i > 0 && code[tokens[i - 1].Start..tokens[i - 1].End] == "record") ? "type"
            : after == SyntaxKind.OpenParenToken ? "method"
            : char.IsUpper(name, 0) && (after is SyntaxKind.IdentifierToken or SyntaxKind.LessThanToken or SyntaxKind.GreaterThanToken
                || (after == SyntaxKind.DotToken && !isMember) || (after == SyntaxKind.OpenBracketToken && KindAt(tokens, i + 2) == SyntaxKind.CloseBracketToken)
                || (after == SyntaxKind.QuestionToken && KindAt(tokens, i + 2) == SyntaxKind.IdentifierToken)) ? "type"
            : null;
    }

    // A word that is one of the language's only before certain others: var x, await y, get;
    private static bool IsWord(string name, SyntaxKind after) => name switch
    {
        "get" or "set" or "init" => after is SyntaxKind.SemicolonToken or SyntaxKind.OpenBraceToken or SyntaxKind.EqualsGreaterThanToken,
        "nameof" => after == SyntaxKind.OpenParenToken,
        "with" => after == SyntaxKind.OpenBraceToken,
        "var" or "await" or "when" or "not" => after is SyntaxKind.OpenParenToken || IsBeginning(after),
        _ => SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None && IsBeginning(after),
    };

    private static bool IsBeginning(SyntaxKind kind) =>
        kind is SyntaxKind.IdentifierToken or SyntaxKind.NumericLiteralToken or SyntaxKind.StringLiteralToken || SyntaxFacts.IsKeywordKind(kind);

    private static SyntaxKind KindAt(IReadOnlyList<CodeToken> tokens, int i) => i >= 0 && i < tokens.Count ? tokens[i].Kind : SyntaxKind.None;
}

/// <summary>A part of a code with a class.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Class">What it is: "keyword".</param>
public readonly record struct CodeSpan(int Start, int End, string Class);
