using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.JSInterop;
using NotebookPage.Live;
using NotebookPage.Rendering;
using NotebookSession;
using NotebookSession.Editing;

namespace NotebookPage.Components;

/// <summary>What the cells' editors ask about the code in them.</summary>
/// <param name="shown">The notebook.</param>
internal abstract class EditorCalls(ShownNotebook shown)
{
    private readonly OpenNotebook _notebook = shown.Notebook;

    /// <summary>What may stand at a position.</summary>
    [JSInvokable]
    public Task<Completions> Complete(string text, int position) => _notebook.Help.CompleteAsync(text, position);

    /// <summary>What stands at a position.</summary>
    [JSInvokable]
    public Task<string?> Describe(string text, int position) =>
        _notebook.Help.DescribeAsync(text, position);

    /// <summary>The methods whose call is being written.</summary>
    [JSInvokable]
    public Task<IReadOnlyList<Signature>> Signatures(string text, int position) =>
        _notebook.Help.SignaturesAsync(text, position);

    /// <summary>All places that mean what the name at a position of a cell means.</summary>
    [JSInvokable]
    public Task<IReadOnlyList<PlaceInCell>> References(string cell, int position) => _notebook.Help.ReferencesAsync(cell, position);

    /// <summary>Gives that name another one, wherever it is meant.</summary>
    [JSInvokable]
    public async Task Rename(string cell, int position, string name)
    {
        if (SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None)
        {
            _notebook.Cells.Rename(await _notebook.Help.ReferencesAsync(cell, position), name);
        }
        else
        {
            shown.Said = $"“{name}” can't be a name in C#: letters, digits and _, a letter first, and no keyword.";
        }

        shown.Draw();
    }

    /// <summary>A cell's code, laid out.</summary>
    [JSInvokable, SuppressMessage("Performance", "CA1822", Justification = "Scripts call it as they call the others.")]
    public string Format(string text) => CodeFormatter.Format(text);

    /// <summary>What is colored of a cell's text, so that it looks alike before and while it is edited.</summary>
    [JSInvokable, SuppressMessage("Performance", "CA1822", Justification = "Scripts call it as they call the others.")]
    public IReadOnlyList<CodeSpan> Colors(string text) => CodeHtml.Spans(text) ?? [];

    /// <summary>What is wrong with a cell's text.</summary>
    [JSInvokable]
    public async Task<IReadOnlyList<Problem>> Diagnose(string cell, string text) =>
        [.. (await _notebook.Help.DiagnoseAsync(cell, text)).Select(Problem.Of)];
}

/// <summary>A problem as help.js takes it.</summary>
public sealed record Problem(int Start, int Length, string Id, string Message, string Severity)
{
    internal static Problem Of(CodeProblem problem) =>
        new(problem.Start, problem.Length, problem.Id, problem.Message, problem.Severity.ToString());
}
