using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

/// <summary>The page stays where one reads, comes back there, and leads to what one looks for.</summary>
public sealed class FindingOnesWay(Chromium browser)
{
    private static readonly string[] Long =
        ["md:# Long\n\n" + string.Concat(Enumerable.Repeat("A paragraph.\n\n", 60)), "1", "md:" + string.Concat(Enumerable.Repeat("More of it.\n\n", 60)), "2"];

    [Fact]
    public async Task Reload_back_and_forward_return_to_the_place_and_each_notebook_gives_the_tab_its_title()
    {
        using var folder = new CourseFolder("fine.ipynb");
        await File.WriteAllTextAsync(folder["long.ipynb"], WrittenNotebook.Of(Long).ToJsonString(), TestContext.Current.CancellationToken);
        await using var server = await Server.StartAsync(folder.Path, "long.ipynb");
        var (context, _) = await browser.NewAsync();
        await using var closing = context;
        var page = await context.NewPageAsync();
        await page.GotoAsync(server.Address.AbsoluteUri);
        await Expect(page).ToHaveTitleAsync("Long");

        await page.EvaluateAsync("() => scrollTo(0, 1500)");
        await page.WaitForFunctionAsync("() => Object.keys(sessionStorage).some((key) => key.startsWith('place:'))");
        await page.ReloadAsync();
        await IsBackAsync(page);

        await page.Locator("#lessons a[href='./fine.ipynb']").ClickAsync();
        await Expect(page).Not.ToHaveTitleAsync("Long");
        await Expect(page.Locator("main[data-notebook='fine.ipynb'] [data-cell][tabindex='0']")).ToHaveCountAsync(1);
        Assert.Equal(0, await page.EvaluateAsync<double>("() => scrollY"));
        await page.GoBackAsync();
        await Expect(page).ToHaveTitleAsync("Long");
        await IsBackAsync(page);

        await page.GoForwardAsync();
        await Expect(page).Not.ToHaveTitleAsync("Long");
        await page.GoBackAsync();
        await IsBackAsync(page);
    }

    [Fact]
    public async Task Commands_about_the_whole_notebook_do_not_scroll_and_a_failed_cell_is_a_click_away()
    {
        await using var served = await ServedNotebook.SetAsync(browser, [.. Long, "throw new Exception(\"no\");", "3"]);
        var tab = await served.OpenAsync();
        await tab.SelectAsync(1);
        await tab.Page.EvaluateAsync("() => scrollTo(0, 300)");

        var runAll = (await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Run all", Exact = true }).BoundingBoxAsync())!;
        await tab.Page.Mouse.ClickAsync(runAll.X + 5, runAll.Y + 5); // a locator's click would scroll
        await Expect(tab.Cell(4)).ToHaveAttributeAsync("data-status", "failed");
        await tab.PressAsync("Control+s");
        await tab.SavedAsync();
        Assert.Equal(300, await tab.Page.EvaluateAsync<double>("() => Math.round(scrollY)"), 2.0);

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Failed (1)" }).ClickAsync();
        await Expect(tab.Cell(4)).ToBeFocusedAsync();
        await Expect(tab.Cell(4)).ToBeInViewportAsync();
    }

    [Fact]
    public async Task On_a_phone_the_list_of_lessons_closes_again_and_unsaved_edits_and_stale_cells_are_told()
    {
        await using var served = await ServedNotebook.SetAsync(browser, WrittenNotebook.Of("var x = 1;", "x"), width: 390);
        var tab = await served.OpenAsync();
        var list = tab.Page.Locator("#lessons");
        var open = tab.Page.GetByRole(AriaRole.Button, new() { Name = "Lessons" });

        foreach (var close in (Func<Task>[])[
            () => tab.PressAsync("Escape"), () => tab.Page.Mouse.ClickAsync(380, 600), () => list.GetByRole(AriaRole.Button).First.ClickAsync()])
        {
            await open.ClickAsync();
            await Expect(list).ToBeInViewportAsync();
            await close();
            await Expect(list).Not.ToBeVisibleAsync();
        }

        await tab.SelectAsync(0);
        await tab.PressAsync("Shift+Enter");
        await tab.PressAsync("Control+Enter");
        await Expect(tab.Outputs(1)).ToHaveTextAsync("1");
        await tab.WriteAsync(0, "var x = 2;");
        await Expect(tab.Page.Locator("#saving")).ToBeVisibleAsync();
        await Expect(tab.Cell(1).Locator(".stale")).ToBeVisibleAsync();
        await Expect(tab.Cell(1).Locator(".count")).ToHaveCSSAsync("color", "rgb(138, 83, 0)");
    }

    [Fact]
    public async Task The_help_opens_at_its_top()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "1");
        var tab = await served.OpenAsync();

        await tab.Page.SetViewportSizeAsync(1280, 400);
        await tab.PressAsync("h");

        await Expect(tab.Page.Locator("#help-title")).ToBeInViewportAsync();
        Assert.Equal(0, await tab.Page.EvaluateAsync<double>("() => document.getElementById('help').scrollTop"));
    }

    private static async Task IsBackAsync(IPage page)
    {
        await page.WaitForFunctionAsync("() => scrollY > 1000");
        Assert.Equal(1500, await page.EvaluateAsync<double>("() => scrollY"), 60.0);
    }
}
