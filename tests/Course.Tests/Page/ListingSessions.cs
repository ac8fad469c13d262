using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

/// <summary>The list of sessions: what each takes, and how it is ended.</summary>
public sealed class ListingSessions(Chromium browser)
{
    [Fact]
    public async Task It_tells_the_memory_that_a_session_takes_and_ends_it()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "var kept = new byte[100 << 20]; Array.Fill(kept, (byte)1); kept.Length");
        var tab = await served.OpenAsync();
        await Expect(tab.Page.Locator("#session")).ToHaveTextAsync("idle");
        var list = tab.Page.Locator("#sessions");

        await tab.Page.Locator("#session").ClickAsync();
        await Expect(list.Locator("tr")).ToHaveCountAsync(1);
        await Expect(list.Locator("tr")).ToContainTextAsync("idle");
        await Expect(list.Locator(".memory")).ToContainTextAsync(" MB");
        var before = await MegabytesAsync();
        await list.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(list).ToBeHiddenAsync();

        await tab.SelectAsync(0);
        await tab.PressAsync("Control+Enter");
        await Expect(tab.Outputs(0)).ToContainTextAsync("104857600");
        await tab.Page.Locator("#session").ClickAsync();
        await tab.Page.WaitForFunctionAsync($"() => parseInt(document.querySelector('#sessions .memory').textContent) >= {before + 90}");

        await list.GetByRole(AriaRole.Button, new() { Name = "End the session" }).ClickAsync();
        await Expect(list.Locator("tr")).ToHaveCountAsync(0);
        await tab.PressAsync("Escape");
        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("You ended it.");
        await tab.SelectAsync(0);
        await tab.PressAsync("Control+Enter");
        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", "done");

        async Task<int> MegabytesAsync() =>
            int.Parse((await list.Locator(".memory").InnerTextAsync()).Split(' ')[0], CultureInfo.InvariantCulture);
    }
}
