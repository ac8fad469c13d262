using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

public sealed class ReplacingAndCopying(Chromium browser)
{
    [Fact]
    public async Task A_text_is_replaced_in_all_cells_at_once_and_undone_at_once()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "var size = 1;\nsize + Size", "md:The size.");
        var tab = await served.OpenAsync();
        await tab.PressAsync("Control+F");
        await tab.TypeAsync("size");
        await tab.Page.GetByRole(AriaRole.Textbox, new() { Name = "Replace with" }).FillAsync("width$1");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Replace all" }).ClickAsync();

        await Expect(tab.Page.Locator("#find output")).ToHaveTextAsync("4 replaced");
        await tab.SavedAsync();
        Assert.Equal(["var width$1 = 1;\nwidth$1 + width$1", "The width$1."], served.SavedTexts);

        await tab.PressAsync("Escape");
        await tab.PressAsync("z");
        await Expect(tab.Cell(1)).ToContainTextAsync("The size.");
        await tab.SavedAsync();
        Assert.Equal(["var size = 1;\nsize + Size", "The size."], served.SavedTexts);
    }

    [Fact]
    public async Task A_formula_is_copied_as_its_LaTeX()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "md:The state $h_t$ is\n\n$$h_t = \\tanh(W x_t)$$\n\nhere.");
        var tab = await served.OpenAsync();

        var copied = await tab.Page.EvaluateAsync<string>("""
            () => {
              getSelection().selectAllChildren(document.querySelector('.prose'));
              const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
              document.querySelector('.prose').dispatchEvent(event);
              return event.clipboardData.getData('text/plain');
            }
            """);

        Assert.Contains("The state $h_t$ is", copied, StringComparison.Ordinal);
        Assert.Contains("\n$$h_t = \\tanh(W x_t)$$\n", copied, StringComparison.Ordinal);
    }
}
