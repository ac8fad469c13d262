using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

public sealed class SurvivingTheServer(Chromium browser)
{
    [Fact]
    public async Task Nothing_typed_is_lost_when_the_server_is_killed_in_mid_cell()
    {
        await using var desk = await Desk.SetAsync(browser, "while (true) { }", "2");
        var tab = await desk.OpenAsync();
        await tab.PressAsync("Shift+Enter");
        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", "running");
        await tab.WriteAsync(1, "before");

        await desk.Server.KillAsync();
        await tab.TypeAsync(" and after");
        await Expect(tab.Page.Locator("#away")).ToBeVisibleAsync();
        await tab.TypeAsync(" and long after");

        await desk.StartAgainAsync();
        await Expect(tab.Page.Locator("#away")).ToBeHiddenAsync();
        await Expect(tab.Page.Locator("#session")).ToHaveTextAsync("idle"); // the page is another one now
        await Expect(tab.Cell(1)).ToContainTextAsync("before and after and long after");
        await tab.PressAsync("Control+s");
        await tab.SavedAsync();
        Assert.Contains("before and after and long after", desk.SavedTexts);
    }

    [Fact]
    public async Task What_is_typed_while_the_server_is_away_comes_back_once_and_in_its_place_also_after_a_reload()
    {
        await using var desk = await Desk.SetAsync(browser, "1", "2");
        var tab = await desk.OpenAsync();
        await tab.WriteAsync(1, "before");
        await tab.SavedAsync();
        await desk.Server.KillAsync();
        await tab.TypeAsync(string.Concat(Enumerable.Repeat(" and on", 30)));
        await Expect(tab.Page.Locator("#away")).ToBeVisibleAsync();
        await tab.Page.CloseAsync();

        await desk.StartAgainAsync();
        var again = await desk.OpenAsync();

        await Expect(again.Cell(1)).ToContainTextAsync("before and on");
        await Expect(again.Cells).ToHaveCountAsync(2);
    }
}
