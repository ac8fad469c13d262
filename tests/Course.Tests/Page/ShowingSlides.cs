using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

public sealed class ShowingSlides(Chromium browser)
{
    [Fact]
    public async Task A_heading_begins_a_slide_whose_cells_run_and_are_edited_and_keys_lead_on_and_back()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "md:# Title", "md:text", "md:## One", "var x = 40;", "md:## Two", "x + 2");
        var tab = await served.OpenAsync();
        var place = tab.Page.Locator("#slides output");
        await Expect(tab.Page.Locator("#slides")).ToBeHiddenAsync();

        await tab.PressAsync("h");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Slides, one for each heading" }).ClickAsync();
        await Expect(place).ToHaveTextAsync("1 of 3");
        await ShownAsync(tab, 0, 1);

        await tab.PressAsync("ArrowRight");
        await Expect(place).ToHaveTextAsync("2 of 3");
        await ShownAsync(tab, 2, 3);

        await tab.PressAsync("ArrowDown");
        await tab.PressAsync("Shift+Enter"); // leads on to the next slide
        await Expect(place).ToHaveTextAsync("3 of 3");
        await tab.WriteAsync(5, "x + 3");
        await tab.PressAsync("ArrowLeft"); // the cursor's, in an editor
        await tab.PressAsync("Control+Enter");
        await Expect(tab.Outputs(5)).ToContainTextAsync("43");
        await ShownAsync(tab, 4, 5);

        await tab.PressAsync("ArrowRight"); // there is no further one
        await Expect(place).ToHaveTextAsync("3 of 3");
        await tab.PressAsync("PageUp");
        await ShownAsync(tab, 2, 3);
        await tab.PressAsync("Escape");
        await ShownAsync(tab, 0, 1, 2, 3, 4, 5);
        await Expect(tab.Page.Locator(".toolbar")).ToBeVisibleAsync();
        Assert.Empty(tab.Faults);
    }

    private static async Task ShownAsync(Tab tab, params int[] cells)
    {
        for (var i = 0; i < await tab.Cells.CountAsync(); i++)
        {
            await Expect(tab.Cell(i)).ToBeVisibleAsync(new() { Visible = cells.Contains(i) });
        }
    }
}
