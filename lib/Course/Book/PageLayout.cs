using System.Net;

namespace Course.Book;

/// <summary>What is around each page's text: head, contents at the side, the ways on, provenance.</summary>
internal sealed class PageLayout(
    Syllabus course, IReadOnlyList<BookPage> lessons, IReadOnlyList<BookPage> solutions, IReadOnlyList<BookPage> others, Provenance provenance, bool isLive)
{
    // Only the book's own files run. plotly.js writes style elements, and reads pictures back that it has drawn.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "font-src data:; base-uri 'none'; form-action 'none'";

    public IReadOnlyList<BookPage> Lessons => lessons;

    public IReadOnlyList<BookPage> Solutions => solutions;

    public string Html(BookPage page)
    {
        var root = page.Root;
        var isContents = page.Address == ContentsPage.Address;
        return $"""
            <!doctype html>
            <html lang="en" data-root="{root}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{(isContents ? "" : $"{Text(page.Title)}{(solutions.Contains(page) ? ", solutions" : "")} · ")}{Text(course.Title)}</title>
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <script src="{root}assets/book-theme.js"></script>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="{root}assets/notebook.css">
            <link rel="stylesheet" href="{root}assets/diagram.css">
            <link rel="stylesheet" href="{root}assets/book.css">
            {(page.HasCharts ? $"<script defer src=\"{root}assets/plotly.js\"></script>\n<script defer src=\"{root}assets/charts.js\"></script>\n" : "")}<script defer src="{root}assets/book.js"></script>
            </head>
            <body{(isContents ? " class=\"contents\"" : "")}>
            <a class="skip" href="#text">To the text</a>
            <header>
            <a class="home" href="{root}{ContentsPage.Address}">{Text(course.Title)}</a>
            <search>
            <input type="search" aria-label="Search the course" placeholder="Search  ( / )" autocomplete="off" spellcheck="false">
            <ol class="found" hidden></ol>
            </search>
            <button type="button" class="theme" aria-label="Dark or light" title="Dark or light">◐</button>
            </header>
            <div class="book">
            {(isContents ? "" : Side(page))}
            <main id="text">
            {Above(page)}{page.Body}
            {Ways(page)}
            </main>
            </div>
            <footer>{Text(provenance.ToString())}.</footer>
            </body>
            </html>

            """;
    }

    private string Side(BookPage page)
    {
        var current = Twin(page);
        var items = lessons.Select(lesson => $"""
            <li>{Entry(lesson, page.Root, lesson == current)}{(lesson == page ? Sections(page) : "")}</li>
            """);
        return $"""
            <nav class="side" aria-label="Contents"><details open><summary>Contents</summary>
            <ol>
            {string.Join('\n', items)}
            </ol>
            <ul>{string.Concat(others.Select(other => $"<li>{Entry(other, page.Root, other == page)}</li>"))}</ul>
            </details></nav>
            """;
    }

    private static string Entry(BookPage page, string root, bool current) =>
        $"<a href=\"{root}{page.Address}\"{(current ? " aria-current=\"page\"" : "")}>{Text(page.Title)}</a>";

    private static string Sections(BookPage page) => "<ul>" + string.Concat(page.Sections.Where(section => section.Level == 2)
        .Select(section => $"<li><a href=\"#{Text(section.Anchor)}\">{Text(section.Heading)}</a></li>")) + "</ul>";

    // A lesson leads to its solutions, and these back.
    private string Above(BookPage page)
    {
        string?[] parts = solutions.Contains(page)
            ? [Place(Twin(page)), "with the exercises solved", $"<a href=\"../{Twin(page).Address}\">Back to the lesson</a>", Live(page)]
            : [Place(page), solutions.Any(solution => Twin(solution) == page) ? $"<a href=\"solutions/{page.Address}\">Solutions</a>" : null, Live(page)];
        return parts.OfType<string>().ToList() is [_, ..] said ? $"<p class=\"place\">{string.Join(" · ", said)}</p>\n" : "";
    }

    private string Ways(BookPage page)
    {
        var row = solutions.Contains(page) ? solutions : lessons;
        var at = IndexOf(row, page);
        var (before, after) = (at > 0 ? row[at - 1] : null, at >= 0 && at + 1 < row.Count ? row[at + 1] : null);
        return at < 0 ? "" : $"""
            <nav class="ways" aria-label="Neighbors">
            {(before is null ? "<span></span>" : $"<a rel=\"prev\" href=\"{page.Root}{before.Address}\">← {Text(before.Title)}</a>")}
            {(after is null ? "" : $"<a rel=\"next\" href=\"{page.Root}{after.Address}\">{Text(after.Title)} →</a>")}
            </nav>
            """;
    }

    // The same lesson, to run and to change.
    private string? Live(BookPage page) => isLive && (lessons.Contains(page) || solutions.Contains(page))
        ? $"<a class=\"live\" href=\"{page.Root}{LiveSite.Folder}/{Path.ChangeExtension(page.Address, ".ipynb")}/\">Open live</a>" : null;

    private string? Place(BookPage page) => course.PlaceOf(Path.GetFileNameWithoutExtension(page.File));

    // The lesson that a page solves; the page itself if it solves none.
    private BookPage Twin(BookPage page) => lessons.FirstOrDefault(lesson => page.Address == $"solutions/{lesson.Address}") ?? page;

    private static int IndexOf(IReadOnlyList<BookPage> pages, BookPage page) => pages.ToList().IndexOf(page);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
