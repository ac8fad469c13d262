using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotebookKernel.Execution.Compiling;
using NotebookKernel.Execution.Directives;

namespace NotebookKernel.Execution.Editing;

/// <summary>What an editor asks of a cell that is being written. It knows all that earlier cells declared.</summary>
public sealed partial class CodeHelp
{
    private readonly ScriptCompiler _compiler;

    internal CodeHelp(ScriptCompiler compiler) => _compiler = compiler;

    /// <summary>Whether a cell can be run as it is, wants more lines, or never will.</summary>
    public static Completeness IsComplete(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(WithoutDirectives(code), ScriptCompiler.ParseOptions);
        var open = tree.GetRoot().DescendantTokens().Sum(token => token.IsMissing ? 0 : token.Kind() switch
        {
            SyntaxKind.OpenBraceToken => 1,
            SyntaxKind.CloseBraceToken => -1,
            _ => 0,
        });
        return !SyntaxFactory.IsCompleteSubmission(tree) ? new Completeness("incomplete", new string(' ', 4 * Math.Max(0, open)))
            : tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? new Completeness("invalid", "")
            : new Completeness("complete", "");
    }

    /// <summary>What may stand at a position of the cell: members after a dot, else names in scope and keywords.</summary>
    public Completions Complete(string code, int position)
    {
        var (root, model) = Read(code);
        return CompletionsAt.Of(root, model, code, Math.Clamp(position, 0, code.Length));
    }

    /// <summary>What stands at a position: declaration and documentation. Within the parentheses of a call, the method
    /// that is called. Null if nothing is known.</summary>
    public string? Describe(string code, int position)
    {
        var (root, model) = Read(code);
        return SymbolAt.Find(root, model, Math.Clamp(position, 0, code.Length)) is var symbols and [_, ..]
            ? Description.Of(symbols, model, position)
            : null;
    }

    /// <summary>What is wrong with a cell, were it run now, in the order of the text.</summary>
    public IReadOnlyList<CodeProblem> Diagnose(string code)
    {
        var (_, model) = Read(code);
        return Problems.Of(model, code);
    }

    private (SyntaxNode Root, SemanticModel Model) Read(string code) => _compiler.Read(WithoutDirectives(code));

    // Blanks for directives and other languages, so that every position stays what it was.
    private static string WithoutDirectives(string code)
    {
        var language = CellLanguage.CSharp;
        return Line().Replace(code, line =>
        {
            language = CellParts.LanguageOf(line.Value) ?? language;
            return language != CellLanguage.CSharp || Directive().IsMatch(line.Value) ? new string(' ', line.Length) : line.Value;
        });
    }

    [GeneratedRegex("^.+$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"^[ \t]*#(!|r\b|i\b|load\b)")]
    private static partial Regex Directive();
}

/// <summary>Whether a cell is "complete", "incomplete" or "invalid", and how the next line is indented.</summary>
public sealed record Completeness(string Status, string Indent);

/// <summary>The names that may replace a cell's text from one position to another.</summary>
public sealed record Completions(int Start, int End, IReadOnlyList<CompletionItem> Items);

/// <summary>A name to complete.</summary>
/// <param name="Text">What to insert.</param>
/// <param name="Kind">"method", "property", "class", "variable", "keyword" …</param>
/// <param name="Signature">Its declaration, in one line.</param>
/// <param name="Documentation">What it is for; empty if nobody said.</param>
public sealed record CompletionItem(string Text, string Kind, string Signature, string Documentation);
