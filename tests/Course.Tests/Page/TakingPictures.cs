using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

/// <summary>
/// Pictures of the page, to look at, and for the README: <c>PICTURES=folder</c> says where they stay. They are taken of the
/// lessons as they are, wide and narrow, light and dark.
/// </summary>
public sealed class TakingPictures(Chromium browser)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PICTURES");

    [Theory]
    [InlineData("page", 1280, false)]
    [InlineData("page-dark", 1280, true)]
    [InlineData("phone", 390, false)]
    [InlineData("phone-dark", 390, true)]
    public async Task Of_a_lesson(string picture, int width, bool dark)
    {
        using var course = new CopiedCourse("02-rnn-step-by-step.ipynb");
        await using var server = await Server.StartAsync(course.Notebooks, "02-rnn-step-by-step.ipynb");
        var (context, _) = await browser.NewAsync(dark, width);
        await using var _1 = context;
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.Address.AbsoluteUri);
        await Expect(page.Locator("[data-cell][tabindex='0']")).ToHaveCountAsync(1);

        await page.Locator(".plotly-chart").First.ScrollIntoViewIfNeededAsync();
        await Expect(page.Locator(".plotly-chart svg .xtitle").First).ToBeVisibleAsync();
        var image = Path.Combine(CourseCommand.Root, Folder ?? course.Notebooks, $"{picture}.png");
        await page.ScreenshotAsync(new() { Path = image });
        Assert.InRange(new FileInfo(image).Length, 20_000, 200_000); // neither empty nor too large to commit
    }
}
