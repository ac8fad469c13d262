using Microsoft.CodeAnalysis.CSharp;

namespace NotebookSession.Compiling;

/// <summary>
/// How deep things stand within one another in C#, by its tokens alone. The compiler's parser calls itself for each level,
/// and in some places tries each level twice; so it is given only what is not deep.
/// <code>
///   depth = brackets that are open + &lt; that may be one, in this statement
///   run   = tokens since the last one that certainly ends something: ; , }
/// </code>
/// </summary>
internal sealed class CodeNesting
{
    private const int Deepest = 100, LongestRun = 1000, MostRepeated = 8, LongestCondition = 500, MostMarks = 200;

    private readonly Stack<(int Angles, int Run)> _outer = [];
    private int _angles, _run, _repeated, _conditions, _marks;
    private bool _isUnread;

    private bool IsBeyond => _isUnread || _outer.Count + _angles > Deepest || _run > LongestRun
        || _repeated > MostRepeated || Math.Abs(_conditions) > Deepest || _marks > MostMarks;

    /// <summary>Where the text becomes deeper than the parser can bear; null if it doesn't.</summary>
    public static int? Beyond(string code)
    {
        if (CodeTokens.Of(code) is not { } tokens)
        {
            return code.Length;
        }

        var nesting = new CodeNesting();
        ReadOnlySpan<char> before = [];
        foreach (var (kind, start, end) in tokens)
        {
            var text = code.AsSpan(start, end - start);
            if (kind is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia)
            {
                nesting.ReadComment(text);
            }
            else if (SyntaxFacts.IsPreprocessorDirective(kind))
            {
                nesting.ReadDirective(kind, text.Length);
            }
            else
            {
                nesting.ReadToken(kind, isRepeated: text.SequenceEqual(before));
            }

            if (nesting.IsBeyond)
            {
                return start;
            }

            before = text;
        }

        return null;
    }

    // The xml of /// and /** is parsed as well; what follows ends it.
    private void ReadComment(ReadOnlySpan<char> text) =>
        _marks += text is ['/', '/', '/', ..] or ['/', '*', '*', ..] ? text.Count('<') + text.Count('{') : 0;

    private void ReadDirective(SyntaxKind kind, int length)
    {
        _conditions += kind switch { SyntaxKind.IfDirectiveTrivia => 1, SyntaxKind.EndIfDirectiveTrivia => -1, _ => 0 };
        _isUnread = length > LongestCondition;
    }

    private void ReadToken(SyntaxKind kind, bool isRepeated)
    {
        (_marks, _run) = (0, _run + 1);
        _repeated = isRepeated && (SyntaxFacts.IsKeywordKind(kind) || kind == SyntaxKind.IdentifierToken) ? _repeated + 1 : 0;
        _isUnread = kind == SyntaxKind.InterpolatedStringToken;
        if (CodeTokens.Opens(kind))
        {
            _outer.Push((_angles, _run));
            _run = 0;
        }
        else if (CodeTokens.Closes(kind))
        {
            (_angles, _run) = _outer.TryPop(out var around) && kind != SyntaxKind.CloseBraceToken ? around : (around.Angles, 0);
        }
        else
        {
            _angles = kind switch
            {
                SyntaxKind.LessThanToken => _angles + 1,
                SyntaxKind.GreaterThanToken => Math.Max(0, _angles - 1),
                SyntaxKind.SemicolonToken => 0,
                _ => _angles,
            };
            _run = kind is SyntaxKind.SemicolonToken or SyntaxKind.CommaToken ? 0 : _run;
        }
    }
}
