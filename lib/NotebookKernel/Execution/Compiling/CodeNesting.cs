using Microsoft.CodeAnalysis.CSharp;

namespace NotebookKernel.Execution.Compiling;

/// <summary>
/// How deep things stand within one another in C#, by its tokens alone. The compiler's parser calls itself for each level,
/// and in some places tries each level twice; so it is given only what is not deep.
/// <code>
///   depth = brackets that are open + &lt; that may be one, in this statement
///   run   = tokens since the last one that certainly ends something: ; , }
/// </code>
/// </summary>
internal static class CodeNesting
{
    private const int _deepest = 100, _longestRun = 1000, _mostRepeated = 8, _longestCondition = 500, _mostMarks = 200;

    /// <summary>Where the text becomes deeper than the parser can bear; null if it doesn't.</summary>
    public static int? Beyond(string code) => CodeTokens.Of(code) is not { } tokens ? code.Length : Beyond(code, tokens);

    private static int? Beyond(string code, IReadOnlyList<CodeToken> tokens)
    {
        var outer = new Stack<(int Angles, int Run)>();
        var (angles, run, repeated, conditions, marks) = (0, 0, 0, 0, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            var (kind, start, end) = tokens[i];
            if (IsComment(kind))
            {
                marks += IsDocumentation(code, start) ? code.AsSpan(start, end - start).Count('<') + code.AsSpan(start, end - start).Count('{') : 0;
            }
            else if (IsDirective(kind))
            {
                conditions += kind switch { SyntaxKind.IfDirectiveTrivia => 1, SyntaxKind.EndIfDirectiveTrivia => -1, _ => 0 };
                run = end - start > _longestCondition ? int.MaxValue : run;
            }
            else
            {
                (marks, run) = (0, run + 1);
                repeated = i > 0 && SyntaxFacts.IsKeywordKind(kind) | kind == SyntaxKind.IdentifierToken && Same(tokens[i - 1], tokens[i]) ? repeated + 1 : 0;
                if (CodeTokens.Opens(kind))
                {
                    outer.Push((angles, run));
                    run = 0;
                }
                else if (CodeTokens.Closes(kind))
                {
                    (angles, run) = outer.TryPop(out var around) && kind != SyntaxKind.CloseBraceToken ? around : (around.Angles, 0);
                }
                else
                {
                    angles = kind switch
                    {
                        SyntaxKind.LessThanToken => angles + 1,
                        SyntaxKind.GreaterThanToken => Math.Max(0, angles - 1),
                        SyntaxKind.SemicolonToken => 0,
                        _ => angles,
                    };
                    run = kind is SyntaxKind.SemicolonToken or SyntaxKind.CommaToken ? 0 : run;
                }
            }

            if (outer.Count + angles > _deepest || run > _longestRun || repeated > _mostRepeated || Math.Abs(conditions) > _deepest
                || marks > _mostMarks || kind == SyntaxKind.InterpolatedStringToken)
            {
                return start;
            }
        }

        return null;

        bool Same(CodeToken left, CodeToken right) =>
            code.AsSpan(left.Start, left.End - left.Start).SequenceEqual(code.AsSpan(right.Start, right.End - right.Start));
    }

    private static bool IsComment(SyntaxKind kind) => kind is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia;

    private static bool IsDocumentation(string code, int start) => code.AsSpan(start) is ['/', '/', '/', ..] or ['/', '*', '*', ..];

    private static bool IsDirective(SyntaxKind kind) => SyntaxFacts.IsPreprocessorDirective(kind);
}
