using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

/// <summary>What the page shows of cells, on the screen and on paper, and what it asks before that is gone.</summary>
public sealed class SeeingWhatThereIs(Chromium browser)
{
    [Fact]
    public async Task Restart_asks_once_cells_have_run_and_a_cell_tells_how_long_it_took()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "await Task.Delay(1200);", "var name = Console.ReadLine(); name");
        var tab = await served.OpenAsync(FarAway.SetAsync);
        var restart = tab.Page.GetByRole(AriaRole.Button, new() { Name = "Restart", Exact = true });

        await restart.First.ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await tab.SelectAsync(0);
        await tab.PressAsync("Control+Enter");
        await Expect(tab.Cell(0).Locator(".took")).ToContainTextAsync(" s");

        await tab.SelectAsync(1);
        await tab.PressAsync("Control+Enter");
        await tab.Outputs(1).GetByRole(AriaRole.Textbox).FillAsync("Ada");
        await tab.PressAsync("Enter");
        await Expect(tab.Outputs(1)).ToContainTextAsync("Ada");
        await Expect(tab.Cell(1)).ToBeFocusedAsync();

        await restart.First.ClickAsync();
        await tab.PressAsync("Escape");
        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", "done");
        await restart.First.ClickAsync();
        await tab.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Restart" }).ClickAsync();
        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", "idle");
    }

    [Fact]
    public async Task A_long_error_wraps_and_paper_shows_the_cells_alone()
    {
        await using var served = await ServedNotebook.SetAsync(browser, $"throw new Exception(\"{new string('x', 300)} and the hint\");");
        var tab = await served.OpenAsync();
        await tab.PressAsync("Control+Enter");
        await Expect(tab.Outputs(0)).ToContainTextAsync("and the hint");

        Assert.True(await FitsAsync(".outputs"));
        await tab.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(tab.Page.Locator(".toolbar")).ToBeHiddenAsync();
        await Expect(tab.Page.Locator("#lessons")).ToBeHiddenAsync();
        Assert.True(await FitsAsync(".plain"));

        Task<bool> FitsAsync(string what) =>
            tab.Page.EvaluateAsync<bool>("(what) => { const { scrollWidth, clientWidth } = document.querySelector(what); return scrollWidth <= clientWidth; }", what);
    }
}
