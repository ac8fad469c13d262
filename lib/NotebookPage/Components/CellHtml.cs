using NotebookPage.Live;
using NotebookPage.Rendering;
using NotebookSession;
using NotebookSession.Documents;

namespace NotebookPage.Components;

/// <summary>A cell's text and outputs → html, unless it is prerendered.</summary>
public static class CellHtml
{
    private const string OfMarkdown = "markdown", OfCode = "code", OfOutput = "output";

    /// <summary>All of a notebook's that takes a while, for <see cref="PrerenderedHtml.Add"/>.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="name">How it is asked for.</param>
    public static IReadOnlyDictionary<string, string> Prerender(Notebook notebook, string name)
    {
        var (none, prerendered) = (new PrerenderedHtml(), new Dictionary<string, string>());
        var macros = FormulaMacros.Of(notebook.Cells.OfType<MarkdownCell>().Select(cell => cell.Source));
        foreach (var text in notebook.Cells.OfType<MarkdownCell>().Select(cell => new LiveCell("", CellType.Markdown, cell.Source)).Where(text => IsAlone(text, macros)))
        {
            prerendered[PrerenderedHtml.Key(OfMarkdown, name, text.Source)] = Markdown(none, name, text, macros);
        }

        foreach (var cell in notebook.CodeCells)
        {
            prerendered[PrerenderedHtml.Key(OfCode, cell.Source)] = Code(none, cell.Source);
            foreach (var output in ShownOutputs.Of(cell.Outputs).Items.Where(output => OutputHtml.HtmlOf(output) is not null && FramedHtml.Of(output) is null))
            {
                prerendered[PrerenderedHtml.Key(OfOutput, OutputHtml.HtmlOf(output)!)] = OutputHtml.Render(output);
            }
        }

        return prerendered;
    }

    /// <summary>A text cell.</summary>
    internal static string Markdown(PrerenderedHtml prerendered, string notebook, LiveCell cell, FormulaMacros macros) =>
        (IsAlone(cell, macros) ? prerendered.Find(OfMarkdown, notebook, cell.Source) : null)
        ?? MarkdownHtml.Render(cell.Source, address => Links.Resolve(notebook, address), picture: address => Links.Picture(notebook, cell, address), macros: macros);

    /// <summary>A code cell's text.</summary>
    internal static string Code(PrerenderedHtml prerendered, string source) => prerendered.Find(OfCode, source) ?? CodeHtml.Highlight(source);

    /// <summary>An output: html for the page, or else for a frame of its own.</summary>
    internal static (string? Html, string? Framed) Output(PrerenderedHtml prerendered, CellOutput output, bool isTrusted) =>
        OutputHtml.HtmlOf(output) is { } html && prerendered.Find(OfOutput, html) is { } before ? (before, null)
        : isTrusted && FramedHtml.Of(output) is { } framed ? (null, framed)
        : (OutputHtml.Render(output), null);

    // Nothing else goes into its html.
    private static bool IsAlone(LiveCell text, FormulaMacros macros) => text.Attachments is null && macros == FormulaMacros.None;
}
