using NotebookPage.Rendering;

namespace Course.Book;

/// <summary>The course's texts that aren't notebooks.</summary>
internal static class TextPages
{
    private const string Glossary = "glossary";

    /// <summary>The page of one.</summary>
    /// <exception cref="BookException">A formula cannot be converted.</exception>
    public static BookPage Page(string folder, string name)
    {
        var page = new PageText();
        var html = Render(File.ReadAllText(Path.Combine(folder, name + ".md")), $"{name}.md");
        if (name == Glossary)
        {
            page.AddTerms(html);
        }
        else
        {
            page.AddText(html);
        }

        return new BookPage($"{name}.html", page.Title, page.Html, page.Sections);
    }

    /// <summary>Markdown → html, with links to pages of the book.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="place">What it is, for a message.</param>
    /// <param name="macros">The commands that its formulas may use; null for those that it defines.</param>
    /// <exception cref="BookException">A formula cannot be converted.</exception>
    public static string Render(string markdown, string place, FormulaMacros? macros = null)
    {
        var faults = new List<FormulaFault>();
        var html = MarkdownHtml.Render(markdown, BookPage.Link, faults, macros: macros);
        return faults is [var fault, ..]
            ? throw new BookException($"{place}, line {fault.Line}: the formula ${fault.Source}$ cannot be shown: {fault.Message}")
            : html;
    }
}
