using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotebookSession.Compiling;

/// <summary>A word, sign, text, comment or directive of C#.</summary>
/// <param name="Kind">What it is. An <see cref="SyntaxKind.InterpolatedStringToken"/> is a text whose holes were not looked into.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after it.</param>
public readonly record struct CodeToken(SyntaxKind Kind, int Start, int End);

/// <summary>
/// C# → its tokens, those in the holes of interpolated strings too. The time is linear in the text's length, whatever
/// stands there; that cannot be said of the compiler's parser.
/// </summary>
public static class CodeTokens
{
    /// <summary>The most characters that are read.</summary>
    public const int Longest = 200_000;

    private const int Deepest = 8, MostDirectives = 500; // strings within strings; lines

    private static readonly CSharpParseOptions _options = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>The tokens in the order of the text; null if there is too much of it.</summary>
    public static IReadOnlyList<CodeToken>? Of(string code) => code.Length > Longest || HasManyDirectives(code) ? null
        : code.AsSpan().ContainsAny('$', '#') ? DeepStack.Run(code.Length, () => Read(code)) // holes, conditions: the lexer calls itself
        : Read(code);

    private static List<CodeToken> Read(string code)
    {
        var tokens = new List<CodeToken>();
        Read(code, origin: 0, level: 0, tokens);
        return tokens;
    }

    // For each #endif, the compiler's lexer looks back through all directives.
    private static bool HasManyDirectives(string code)
    {
        var count = 0;
        foreach (var line in code.AsSpan().EnumerateLines())
        {
            count += line.TrimStart() is ['#', ..] ? 1 : 0;
        }

        return count > MostDirectives;
    }

    /// <summary>Reads to the text's end, or in a hole to the sign that ends it.</summary>
    /// <param name="code">The text, or what is left of a string from its hole on.</param>
    /// <param name="origin">Where that stands in the whole text.</param>
    /// <param name="level">In how many strings.</param>
    /// <param name="tokens">Takes the tokens.</param>
    /// <returns>How many characters were read.</returns>
    internal static int Read(string code, int origin, int level, List<CodeToken> tokens)
    {
        var open = 0;
        foreach (var token in SyntaxFactory.ParseTokens(code, initialTokenPosition: origin, options: _options))
        {
            Add(token.LeadingTrivia, tokens);
            var kind = token.Kind();
            if (level > 0 && open == 0 && kind is SyntaxKind.CloseBraceToken or SyntaxKind.ColonToken)
            {
                return token.SpanStart - origin;
            }

            open += Opens(kind) ? 1 : Closes(kind) ? -1 : 0;
            if (kind == SyntaxKind.InterpolatedStringToken && level < Deepest)
            {
                InterpolatedString.Read(token.Text, token.SpanStart, level, tokens);
            }
            else if (token.Span.Length > 0)
            {
                tokens.Add(new CodeToken(kind, token.SpanStart, token.Span.End));
            }

            Add(token.TrailingTrivia, tokens);
        }

        return code.Length;
    }

    /// <summary>Whether something begins that another token ends.</summary>
    internal static bool Opens(SyntaxKind kind) =>
        kind is SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.OpenBraceToken;

    /// <summary>Whether it ends there.</summary>
    internal static bool Closes(SyntaxKind kind) =>
        kind is SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.CloseBraceToken;

    private static void Add(SyntaxTriviaList list, List<CodeToken> tokens) => tokens.AddRange(list
        .Where(trivia => trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia))
        .Select(trivia => new CodeToken(trivia.Kind(), trivia.FullSpan.Start, trivia.FullSpan.End)));
}
