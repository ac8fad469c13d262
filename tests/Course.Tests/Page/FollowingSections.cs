using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

public sealed class FollowingSections(Chromium browser)
{
    [Fact]
    public async Task The_list_has_the_sections_of_the_notebook_says_how_they_are_and_leads_there()
    {
        string[] cells = ["md:# Title", "md:## The `first` part", "var x = 1;", "md:<a id=\"inner\"></a>\n\n### Inner", "x + 1", "md:## Errors", "throw new Exception(\"no\");"];
        await using var served = await ServedNotebook.SetAsync(browser, [.. cells, .. Enumerable.Range(0, 40).Select(i => $"md:text {i}"), "md:## The end"]);
        var tab = await served.OpenAsync();
        var sections = tab.Page.Locator("#lessons .contents button");
        await Expect(sections).ToHaveTextAsync(["The first part", "Inner", "Errors", "The end"]);
        await Expect(sections.Nth(0)).Not.ToHaveAttributeAsync("data-state", "done");

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Run all", Exact = true }).ClickAsync();
        await Expect(sections.Nth(0)).ToHaveAttributeAsync("data-state", "done");
        await Expect(sections.Nth(1)).ToHaveAttributeAsync("data-state", "done");
        await Expect(sections.Nth(2)).ToHaveAttributeAsync("data-state", "failed");

        await tab.WriteAsync(2, "var x = 2;");
        await tab.PressAsync("Escape");
        await Expect(sections.Nth(1)).ToHaveAttributeAsync("data-state", "out of date");

        await sections.Nth(3).ClickAsync();
        await Expect(tab.Cells.Last).ToBeFocusedAsync();
        await Expect(tab.Cells.Last).ToBeInViewportAsync();
    }
}
