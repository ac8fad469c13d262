using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotebookSession.Compiling;

namespace NotebookSession.Editing;

/// <summary>What an editor asks of a cell that is being written. It knows all that earlier cells declared.</summary>
public sealed partial class CodeHelp
{
    private readonly ScriptCompiler _compiler;

    internal CodeHelp(ScriptCompiler compiler) => _compiler = compiler;

    /// <summary>Whether a cell can be run as it is, wants more lines, or never will.</summary>
    public static Completeness IsComplete(string code)
    {
        try
        {
            return IsComplete(UsingDeclarations.Parse(WithoutDirectives(code)));
        }
        catch (CellException)
        {
            return new Completeness("invalid", "");
        }
    }

    private static Completeness IsComplete(SyntaxTree tree)
    {
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
        position = Math.Clamp(position, 0, code.Length);
        return Read(code) is var (root, model) ? CompletionsAt.Of(root, model, code, position) : new Completions(position, position, []);
    }

    /// <summary>What stands at a position: declaration and documentation. Within the parentheses of a call, the method
    /// that is called, and the parameter that is next. Null if nothing is known.</summary>
    public string? Describe(string code, int position)
    {
        if (Read(code) is not var (root, model))
        {
            return null;
        }

        position = Math.Clamp(position, 0, code.Length);
        if (SymbolAt.Find(root, model, position) is [_, ..] symbols)
        {
            return Description.Of(symbols, model, position);
        }

        return Calls(root, model, position) is [var (method, call), ..] calls
            ? call.Now + Description.Of([method, .. calls.Skip(1).Select(other => other.Method)], model, position)
            : null;
    }

    /// <summary>The methods whose call is being written at a position, the likeliest first; none outside a call.</summary>
    public IReadOnlyList<Signature> Signatures(string code, int position) => Read(code) is var (root, model)
        ? [.. Calls(root, model, Math.Clamp(position, 0, code.Length)).Select(call => call.Signature)]
        : [];

    /// <summary>All places that mean what the name at a position means; the cells are those of a text with lines
    /// <c>#!csharp</c> between them.</summary>
    public IReadOnlyList<NameReference> References(string notebook, int position)
    {
        int[] starts = [0, .. Border().Matches(notebook).Select(border => border.Index + border.Length)];
        try
        {
            var cells = _compiler.Read(starts.Select((start, at) => WithoutDirectives(notebook[start..starts.Append(notebook.Length).ElementAt(at + 1)])));
            return ReferencesOfName.Find([.. starts.Zip(cells, (start, cell) => (start, cell.Root, cell.Model))], position);
        }
        catch (CellException)
        {
            return []; // too deep for the compiler
        }
    }

    /// <summary>What is wrong with a cell, were it run now, in the order of the text.</summary>
    public IReadOnlyList<CodeProblem> Diagnose(string code)
    {
        try
        {
            return Problems.Of(_compiler.Read(WithoutDirectives(code)).Model, code);
        }
        catch (CellException failure)
        {
            return [new CodeProblem(0, code.Length, failure.Error.Name, failure.Error.Message, ProblemSeverity.Error)];
        }
    }

    private static IReadOnlyList<(IMethodSymbol Method, Signature Signature)> Calls(SyntaxNode root, SemanticModel model, int position) =>
        CallAt.List(root, position) is { } list
            ? [.. CallAt.Methods(list, model, position).Select(method =>
                (method, Description.Call(method, CallAt.Parameter(method, list, position), model, position)))]
            : [];

    // Null for what the compiler is not given.
    private (SyntaxNode Root, SemanticModel Model)? Read(string code)
    {
        try
        {
            return _compiler.Read(WithoutDirectives(code));
        }
        catch (CellException)
        {
            return null;
        }
    }

    // Blanks for directives and other languages, so that every position stays what it was.
    private static string WithoutDirectives(string code)
    {
        var language = CellLanguage.CSharp;
        return Line().Replace(code, line =>
        {
            language = CellLanguages.SwitchedTo(line.Value) ?? language;
            return language != CellLanguage.CSharp || Directive().IsMatch(line.Value) ? new string(' ', line.Length) : line.Value;
        });
    }

    [GeneratedRegex("^#!csharp$", RegexOptions.Multiline)]
    private static partial Regex Border();

    [GeneratedRegex("^.+$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"^[ \t]*#(!|r\b|i\b|load\b)")]
    private static partial Regex Directive();
}
