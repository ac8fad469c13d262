using Course.Tests.Page;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests;

/// <summary>Another course, made, run, opened and printed without a line changed in lib/.</summary>
public sealed class SecondCourse(Chromium browser) : IDisposable
{
    private readonly CourseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Is_authored_run_opened_and_made_into_a_book_by_its_course_json()
    {
        Write("course.json", """
            {
              "title": "Loops & more",
              "about": "For beginners.",
              "lessons": [{ "name": "values", "minutes": 20 }, { "name": "loops", "minutes": 25, "sections": ["Loops"] }],
              "texts": ["words"],
              "setup": "start.csx"
            }
            """);
        Write("start.csx", "var greeting = \"Hello\";");
        Write("words.md", "# Words\n\n## loop\n\nAgain and again.");
        Write("source/values.md", Source("Values", "greeting + \" values\""));
        Write("source/loops.md", Source("Loops", "string.Join(' ', Enumerable.Repeat(greeting, 2))"));

        await CommandAsync("author", "mine");
        await CommandAsync("run", "mine", "--out", "mine");
        await CommandAsync("run", "mine", "--check");
        await CommandAsync("book", "mine", "--committed", "--out", "book");
        Assert.Contains("[Loops →](loops.ipynb)", File.ReadAllText(_folder["mine/values.ipynb"]));

        var index = File.ReadAllText(_folder["book/index.html"]);
        Assert.Contains("<title>Loops &amp; more</title>", index);
        Assert.Contains("A course in 2 lessons, 45 minutes. For beginners.", index);
        Assert.True(index.IndexOf("values.html", StringComparison.Ordinal) < index.IndexOf("loops.html", StringComparison.Ordinal));
        Assert.Contains("Lesson 2 of 2", File.ReadAllText(_folder["book/loops.html"]));
        Assert.Contains("Again and again.", File.ReadAllText(_folder["book/words.html"]));

        await using var server = await Server.StartAsync(_folder.Path, "mine");
        var (context, elsewhere) = await browser.NewAsync();
        await using var tabs = context;
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.Address.AbsoluteUri);
        var list = page.Locator("#lessons");
        await Expect(list.Locator(".course")).ToHaveTextAsync("Loops & more");
        await Expect(list.Locator("> ol li a")).ToHaveTextAsync(["01Values", "02Loops"]);
        await Expect(page.Locator("#notebook .place")).ToHaveTextAsync("Lesson 1 of 2");
        await Expect(page.Locator(".outputs").Last).ToContainTextAsync("Hello values");
        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Reset the lesson" })).ToBeEnabledAsync();
        Assert.Empty(elsewhere);
    }

    [Theory]
    [InlineData("{", "course.json")]
    [InlineData("""{ "title": "T", "texts": [] }""", "lessons")]
    [InlineData("""{ "title": "T", "lessons": [{ "name": "a", "minutes": "long" }], "texts": [] }""", "$.lessons[0].minutes")]
    [InlineData("""{ "title": "T", "lessons": [], "texts": [], "lesons": [] }""", "lesons")]
    [InlineData("""{ "title": "T", "lessons": [], "texts": ["../secret"] }""", "\"../secret\" is no name of a file in this folder")]
    public async Task What_is_wrong_with_course_json_is_named_and_the_notebooks_open_all_the_same(string json, string named)
    {
        Write("course.json", json);
        File.Copy(CourseCommand.Fixture("fine.ipynb"), _folder["mine/fine.ipynb"]);

        var ran = await CourseCommand.RunAsync(_folder.Path, "run", "mine");

        Assert.Equal(1, ran.ExitStatus);
        Assert.Contains(named, ran.Errors);
        Assert.Contains(named, Syllabus.Seen(_folder["mine"]).Problem);
    }

    private static string Source(string title, string expression) =>
        $"# {title}\n\nA lesson.\n\n```csharp {{#setup}}\n#load \"start.csx\"\n```\n\n```csharp {{#say}}\n{expression}\n```\n";

    private void Write(string name, string text)
    {
        var path = _folder[$"mine/{name}"];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private async Task CommandAsync(params string[] arguments)
    {
        var ran = await CourseCommand.RunAsync(_folder.Path, arguments);

        Assert.True(ran.ExitStatus == 0, $"{string.Join(' ', arguments)}: {ran.Output}{ran.Errors}");
    }
}
