using Microsoft.Playwright;
using NotebookSession.Documents;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

/// <summary>The page shows what the headless run shows, which is what is committed. CI runs all ten, elsewhere two suffice.</summary>
public sealed class RunningLessons(Chromium browser)
{
    private static readonly bool All = Environment.GetEnvironmentVariable("CI") == "true";

    public static TheoryData<string> Lessons => [.. Directory.GetFiles(Path.Combine(CourseCommand.Root, "notebooks"), "*.ipynb")
        .Select(path => Path.GetFileName(path)).Order().Where((_, i) => All || i is 1 or 4)];

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Restart_and_run_all_gives_what_the_headless_run_gives(string lesson)
    {
        using var course = new CopiedCourse(lesson);
        await using var server = await Server.StartAsync(course.Notebooks, lesson);
        var (context, elsewhere) = await browser.NewAsync();
        await using var _ = context;
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.Address.AbsoluteUri);
        await Expect(page.Locator("[data-cell][tabindex='0']")).ToHaveCountAsync(1); // its scripts listen
        await page.GetByRole(AriaRole.Button, new() { Name = "Restart and run all" }).ClickAsync();
        var last = page.Locator("[data-kind='code']").Last;
        await Expect(last).ToHaveAttributeAsync("data-status", "done", new() { Timeout = 300_000 });
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator("#saving")).ToHaveTextAsync("saved");

        var expected = Notebook.Read(Path.Combine(CourseCommand.Root, "notebooks", lesson)).CodeCells;
        var shown = Notebook.Read(Path.Combine(course.Notebooks, lesson)).CodeCells;
        Assert.Empty(expected.Zip(shown).Select(pair => OutputComparison.FirstDifference(pair.First, pair.Second)).OfType<OutputDifference>());
        Assert.Empty(elsewhere);
    }
}
