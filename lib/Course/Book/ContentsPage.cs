using System.Net;
using Course.Running;

namespace Course.Book;

/// <summary>The first page: what there is to read.</summary>
internal static class ContentsPage
{
    public const string Address = "index.html";

    public static BookPage Of(Syllabus course, IReadOnlyList<LessonPage> lessons, IReadOnlyList<BookPage> others, IReadOnlyList<string> solutions, bool isLive)
    {
        var items = string.Join('\n', lessons.Select(lesson => Item(lesson, solutions)));
        var links = string.Join(" · ", others.Select(page => $"<a href=\"{page.Address}\">{WebUtility.HtmlEncode(page.Title)}</a>"));
        var minutes = course.Lessons.Sum(lesson => lesson.Minutes ?? 0);
        var time = minutes == 0 ? "" : minutes < 90 ? $", {minutes} minutes" : $", about {minutes / 60.0:0} hours";
        var body = $"""
            <h1>{WebUtility.HtmlEncode(course.Title)}</h1>
            <p class="lead">A course in {lessons.Count} lessons{time}. {WebUtility.HtmlEncode(course.About)} Each number
            and picture on these pages came out of the code above it. {Live(isLive)}</p>
            <ol class="lessons">
            {items}
            </ol>
            <p class="others">{links}</p>
            """;
        return new BookPage(Address, course.Title, body, []);
    }

    private static string Live(bool isLive) => isLive
        ? "To run and change a lesson, open it and choose <em>Open live</em>: C# runs in this browser, nothing is installed, and what you "
            + "type stays on this machine."
        : $"To run and change the lessons yourself, take the course's folder and type <code>{OwnProgram.Typed("open")}</code>.";

    private static string Item(LessonPage lesson, IReadOnlyList<string> solutions) => $"""
        <li>
        <h2><a href="{lesson.Page.Address}">{WebUtility.HtmlEncode(lesson.Page.Title)}</a></h2>
        {lesson.Introduction}{(lesson.Failure is null ? "" : $"<p class=\"notice\">A cell of it failed when this book was made.</p>")}
        <p class="facts">{string.Join(" · ", Facts(lesson, solutions))}</p>
        </li>
        """;

    private static IEnumerable<string> Facts(LessonPage lesson, IReadOnlyList<string> solutions)
    {
        var solution = $"solutions/{lesson.Page.Address}";
        return
        [
            .. lesson.Minutes is { } minutes ? [$"{minutes} minutes"] : Array.Empty<string>(),
            .. solutions.Contains(solution) ? [$"<a href=\"{solution}\" aria-label=\"Solutions of {WebUtility.HtmlEncode(lesson.Page.Title)}\">Solutions</a>"] : Array.Empty<string>(),
        ];
    }
}
