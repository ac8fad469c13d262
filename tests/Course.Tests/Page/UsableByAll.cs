using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

public sealed class UsableByAll(Chromium browser)
{
    [Theory]
    [InlineData(false, 1280)]
    [InlineData(true, 1280)]
    [InlineData(false, 390)]
    public async Task Nothing_on_the_page_keeps_anyone_out(bool dark, int width)
    {
        await using var served = await ServedNotebook.SetAsync(browser, WrittenNotebook.Of(
            "md:# A title\n\nText with a [link](x.ipynb), `code`, $x^2$ and a table.\n\n| a | b |\n|---|---|\n| 1 | 2 |",
            "var x = 1; // a comment\nConsole.WriteLine($\"{x} is one\");",
            "var y = x + 1; y",
            "throw new InvalidOperationException(\"no\");"), dark, width);
        var tab = await served.OpenAsync();
        await tab.SelectAsync(1);
        await tab.PressAsync("Shift+Enter");
        await tab.PressAsync("Shift+Enter");
        await tab.PressAsync("Control+Enter");
        await Expect(tab.Cell(3)).ToHaveAttributeAsync("data-status", "failed");
        await tab.WriteAsync(1, "var x = 2;");
        await Expect(tab.Cell(2).Locator(".stale")).ToBeVisibleAsync();
        await tab.PressAsync("Escape");
        await tab.PressAsync("Control+f");

        await AssertAccessibleAsync(tab.Page);
        await tab.PressAsync("Escape");
        await tab.PressAsync("h");
        await AssertAccessibleAsync(tab.Page);
        Assert.True(await tab.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways");
    }

    private static async Task AssertAccessibleAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Where(fault => fault.Impact is "serious" or "critical")
            .Select(fault => $"{fault.Id}: {fault.Help}: {string.Join("; ", fault.Nodes.Select(node => node.Html).Take(3))}"));
    }
}
