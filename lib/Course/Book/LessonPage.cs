using System.Net;
using System.Text.RegularExpressions;
using Course.Rendering;
using NotebookKernel.Documents;

namespace Course.Book;

/// <summary>A lesson as a page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Introduction">Its first paragraph, as html.</param>
/// <param name="Minutes">How long it takes; null if it does not say.</param>
internal sealed partial record LessonPage(BookPage Page, string Introduction, int? Minutes)
{
    // The cell in which a notebook leads to its neighbors; the book has its own.
    private const string Navigation = "navigation";

    /// <summary>Renders the notebook in <paramref name="path"/>.</summary>
    /// <exception cref="BookException">A formula cannot be converted.</exception>
    public static LessonPage Of(string path, string address)
    {
        var notebook = Notebook.Read(path);
        var navigation = notebook.Cells.FirstOrDefault(cell => cell.Id == Navigation)?.Source;
        var page = new PageText();
        foreach (var (cell, i) in notebook.Cells.Where(cell => cell.Id != Navigation).Select((cell, i) => (cell, i)))
        {
            var source = i == 0 && navigation is not null ? cell.Source.Replace(navigation, "", StringComparison.Ordinal) : cell.Source;
            if (cell is CodeCell code)
            {
                page.Add(Code(code));
            }
            else if (cell is MarkdownCell)
            {
                page.AddText(Texts.Render(source, $"{Path.GetFileName(path)}, cell {i + 1} ({cell.Id})"));
            }
        }

        return new LessonPage(
            new BookPage(address, page.Title, page.Html, page.Sections),
            Paragraph().Match(page.Html).Value,
            notebook.Cells.Select(cell => Time().Match(cell.Source)).FirstOrDefault(time => time.Success) is { } minutes
                ? int.Parse(minutes.Groups[1].Value, null) : null);
    }

    private static string Code(CodeCell cell)
    {
        var outputs = string.Concat(cell.Outputs.Select(output => OutputHtml.Render(output!.AsObject())));
        return $"""
            <div class="cell" id="cell-{WebUtility.HtmlEncode(cell.Id)}"><pre class="csharp"><code>{CodeHtml.Highlight(cell.Source)}</code></pre>
            {outputs}</div>
            """;
    }

    [GeneratedRegex("<p>.*?</p>", RegexOptions.Singleline)]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"\*\*Time:\*\* (\d+) minutes")]
    private static partial Regex Time();
}
