using Microsoft.Playwright;
using NotebookSession.Documents;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

/// <summary>The page shows what the headless run shows, which is what is committed. CI runs most lessons in a tab, and the others on the
/// machine itself, where Jupyter's tests run all; elsewhere two suffice.</summary>
public sealed class RunningLessons(Chromium browser)
{
    private static readonly string _notebooks = Path.Combine(ServedNotebook.Root, "notebooks");

    private static readonly string[] _chosen = Environment.GetEnvironmentVariable("CI") == "true" ? ServedNotebook.LessonsInCI : ["02", "05"];

    public static TheoryData<string> Lessons => [.. Directory.GetFiles(_notebooks, "*.ipynb")
        .Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).Where(name => _chosen.Any(start => name.StartsWith(start, StringComparison.Ordinal)))];

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task Restart_and_run_all_gives_what_the_headless_run_gives(string lesson)
    {
        await using var served = await ServedNotebook.SetLessonAsync(browser, lesson);
        var page = (await served.OpenAsync()).Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Restart and run all" }).ClickAsync();
        var last = page.Locator("[data-kind='code']").Last;
        await Expect(last).ToHaveAttributeAsync("data-status", "done", new() { Timeout = 600_000 });
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator("#saving")).ToHaveTextAsync("saved");

        var expected = Notebook.Read(Path.Combine(_notebooks, lesson)).CodeCells;
        var shown = Notebook.Parse(served.Json.ToJsonString()).CodeCells;
        Assert.Empty(expected.Zip(shown).Select(pair => OutputComparison.FirstDifference(pair.First, pair.Second)).OfType<OutputDifference>());
    }
}
