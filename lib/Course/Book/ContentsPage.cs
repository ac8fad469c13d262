using System.Net;

namespace Course.Book;

/// <summary>The first page: what there is to read.</summary>
internal static class ContentsPage
{
    public const string Address = "index.html";

    public static BookPage Of(IReadOnlyList<LessonPage> lessons, IReadOnlyList<BookPage> others)
    {
        var items = string.Join('\n', lessons.Select(Item));
        var links = string.Join(" · ", others.Select(page => $"<a href=\"{page.Address}\">{WebUtility.HtmlEncode(page.Title)}</a>"));
        var minutes = lessons.Sum(lesson => lesson.Minutes ?? 0);
        var body = $"""
            <h1>{Site.Title}</h1>
            <p class="lead">A course in {lessons.Count} lessons, about {minutes / 60.0:0} hours. Each network is trained in seconds, and each number
            and picture on these pages came out of the code above it. To run and change the lessons yourself, take the course's folder
            and type <code>dotnet run -c Release --project lib/Course -- open</code>.</p>
            <ol class="lessons">
            {items}
            </ol>
            <p class="others">{links}</p>
            """;
        return new BookPage(Address, Site.Title, body, []);
    }

    private static string Item(LessonPage lesson) => $"""
        <li>
        <h2><a href="{lesson.Page.Address}">{WebUtility.HtmlEncode(lesson.Page.Title)}</a></h2>
        {lesson.Introduction}{(lesson.Failure is null ? "" : $"<p class=\"notice\">A cell of it failed when this book was made.</p>")}
        <p class="facts">{(lesson.Minutes is { } minutes ? $"{minutes} minutes · " : "")}<a href="solutions/{lesson.Page.Address}" aria-label="Solutions of {WebUtility.HtmlEncode(lesson.Page.Title)}">Solutions</a></p>
        </li>
        """;
}
