using Microsoft.CodeAnalysis.CSharp;

namespace NotebookSession.Compiling;

/// <summary>
/// The parts of <c>$"text {hole:format} text"</c>, where <c>{{</c> is a brace, and of
/// <c>$$"""text {{hole}} text"""</c>, where <c>{</c> is one.
/// </summary>
internal static class InterpolatedString
{
    private const int MostHoles = 100;

    /// <summary>Adds its tokens: text, brace, those of the hole, brace, text …</summary>
    public static void Read(string text, int origin, int level, List<CodeToken> tokens)
    {
        var quotes = text.IndexOf('"', StringComparison.Ordinal);
        if (quotes < 0) // $ alone
        {
            Add(SyntaxKind.InterpolatedStringTextToken, 0, text.Length);
            return;
        }

        var after = text.AsSpan(quotes).IndexOfAnyExcept('"');
        var isRaw = after < 0 ? text.Length - quotes > 2 : after > 2;
        var braces = isRaw ? quotes : 1; // as many as there are dollars
        var escape = isRaw || text.AsSpan(0, quotes).Contains('@') ? '{' : '\\';
        var (from, at) = (0, quotes + 1);
        for (var holes = 0; holes < MostHoles && text.AsSpan(at).IndexOfAny('{', escape) is >= 0 and var next;)
        {
            at += next;
            var run = Math.Max(1, text.AsSpan(at).IndexOfAnyExcept('{') is >= 0 and var length ? length : text.Length - at);
            at += run;
            if (text[at - 1] == '\\')
            {
                at = Math.Min(at + 1, text.Length);
            }
            else if (isRaw ? run >= braces : run % 2 == 1)
            {
                Add(SyntaxKind.InterpolatedStringTextToken, from, at - braces);
                Add(SyntaxKind.OpenBraceToken, at - braces, at);
                var end = at + CodeTokens.Read(text[at..], origin + at, level + 1, tokens);
                var close = text.IndexOf('}', end) is >= 0 and var brace ? brace : text.Length;
                Add(SyntaxKind.InterpolatedStringTextToken, end, close);
                from = at = Math.Min(close + braces, text.Length);
                Add(SyntaxKind.CloseBraceToken, close, from);
                holes++;
            }
        }

        Add(SyntaxKind.InterpolatedStringTextToken, from, text.Length);

        void Add(SyntaxKind kind, int start, int end)
        {
            if (end > start)
            {
                tokens.Add(new CodeToken(kind, origin + start, origin + end));
            }
        }
    }
}
