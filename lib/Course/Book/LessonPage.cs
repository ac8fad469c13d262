using System.Net;
using System.Text.RegularExpressions;
using Course.Authoring;
using NotebookPage.Rendering;
using NotebookSession;
using NotebookSession.Documents;

namespace Course.Book;

/// <summary>A lesson as a page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Introduction">Its first paragraph, as html.</param>
/// <param name="Minutes">How long it takes; null if the course does not say.</param>
/// <param name="Failure">The cell that ended its run, as html; null if all of it ran.</param>
internal sealed partial record LessonPage(BookPage Page, string Introduction, int? Minutes, string? Failure = null)
{
    // The cell in which a notebook leads to its neighbors; the book has its own.
    private const string Navigation = "navigation";

    /// <summary>Renders the notebook in <paramref name="path"/>.</summary>
    /// <exception cref="BookException">A formula cannot be converted.</exception>
    public static LessonPage Of(string path, string address, int? minutes)
    {
        var notebook = Notebook.Read(path);
        var navigation = notebook.Cells.FirstOrDefault(cell => cell.Id == Navigation)?.Source;
        var macros = FormulaMacros.Of(notebook.Cells.Where(cell => cell is MarkdownCell).Select(cell => cell.Source));
        var page = new PageText();
        var failure = Failed(notebook);
        foreach (var (cell, i) in notebook.Cells.Where(cell => cell.Id != Navigation).Select((cell, i) => (cell, i)))
        {
            var source = i == 0 && navigation is not null ? cell.Source.Replace($"{navigation}\n\n{LessonNotebook.InVsCode}", "", StringComparison.Ordinal) : cell.Source;
            if (cell is CodeCell code)
            {
                page.Add(Code(code));
            }
            else if (cell is MarkdownCell)
            {
                page.AddText(TextPages.Render(source, $"{Path.GetFileName(path)}, cell {i + 1} ({cell.Id})", macros));
            }

            if (i == 0 && failure is not null)
            {
                page.Add($"<p class=\"notice\">{failure}</p>");
            }
        }

        return new LessonPage(
            new BookPage(address, page.Title, page.Html, page.Sections),
            Paragraph().Match(page.Html).Value,
            minutes,
            failure);
    }

    private static string? Failed(Notebook notebook)
    {
        var cells = notebook.CodeCells.Where(cell => cell.IsRunnable).ToList();
        var at = cells.FindIndex(cell => !cell.MayRaiseException && ShownOutputs.Of(cell.Outputs).Items.Any(output => output is CellOutput.Error));
        return at < 0 ? null
            : $"<a href=\"#cell-{WebUtility.HtmlEncode(cells[at].Id)}\">Cell {at + 1} of {cells.Count}</a> failed when this page was made, and those after it were not run.";
    }

    private static string Code(CodeCell cell)
    {
        var (shown, rest) = OutputsWithin.Limit(ShownOutputs.Of(cell.Outputs).Items);
        var outputs = string.Concat(shown.Select(OutputHtml.Render)) + (rest is null ? "" : $"<p>{rest}</p>");
        outputs = CodeCell.Answers(cell.Tags) ? $"<details class=\"answer\"><summary>The answer to the prediction: predict, then open it.</summary>{outputs}</details>" : outputs;
        return $"""
            <div class="cell" id="{Anchors.Of($"cell-{cell.Id}")}"><pre class="csharp"><code>{CodeHtml.Highlight(cell.Source)}</code></pre>
            {outputs}</div>
            """;
    }

    [GeneratedRegex("<p>.*?</p>", RegexOptions.Singleline)]
    private static partial Regex Paragraph();
}
