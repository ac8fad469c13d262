using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace NotebookSession.Compiling;

/// <summary>C# → its syntax: the only place where the compiler's parser meets a text from outside.</summary>
internal static class CodeSyntax
{
    private const int Deepest = 500; // nodes

    /// <summary>The syntax of a text, which may be full of errors.</summary>
    /// <exception cref="CellException">Too much stands within one another, or it is too long.</exception>
    public static SyntaxTree Parse(string code, CSharpParseOptions options, string path = "", CancellationToken stop = default)
    {
        if (CodeNesting.Beyond(code) is { } place)
        {
            throw Refused(code, place);
        }

        var tree = CSharpSyntaxTree.ParseText(SourceText.From(code, System.Text.Encoding.UTF8), options, path, stop);
        return Beyond(tree.GetRoot(stop)) is { } deep ? throw Refused(code, deep.SpanStart) : tree;
    }

    // A chain of operators or calls is short brackets, but a tall tree; whoever asks what it means goes down to its end.
    private static SyntaxNode? Beyond(SyntaxNode root)
    {
        var nodes = new Stack<(SyntaxNode Node, int Depth)>([(root, 0)]);
        while (nodes.TryPop(out var next))
        {
            if (next.Depth > Deepest)
            {
                return next.Node;
            }

            foreach (var child in next.Node.ChildNodes())
            {
                nodes.Push((child, next.Depth + 1));
            }
        }

        return null;
    }

    private static CellException Refused(string code, int place)
    {
        var before = code.AsSpan(0, place);
        return new CellException("CodeTooDeep", place == code.Length
            ? $"The cell is more than the compiler can bear: {CodeTokens.Longest:N0} characters at most, and a few hundred directives. "
                + "Put data into a file, and read it."
            : $"line {before.Count('\n') + 1}, column {place - before.LastIndexOf('\n')}: more stands within one another here than the compiler can "
                + "bear: brackets, operators or calls, hundreds of them. Is a bracket never closed? Otherwise take it apart, with a variable for each part.");
    }
}
