using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

public sealed class ShowingPictures(Chromium browser)
{
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Fact]
    public async Task A_screenshot_pasted_into_a_text_cell_lies_in_the_notebook_as_Jupyter_keeps_it_and_is_shown()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "md:");
        var tab = await served.OpenAsync();
        await tab.PressAsync("Enter");
        await Expect(tab.Cell(0).Locator(".monaco-editor.focused")).ToBeVisibleAsync();

        await tab.Page.EvaluateAsync($$"""
            () => {
              const clipboardData = new DataTransfer();
              clipboardData.items.add(new File([Uint8Array.from(atob('{{Dot}}'), (c) => c.charCodeAt(0))], 'image.png', { type: 'image/png' }));
              document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
            }
            """);
        await Expect(tab.Cell(0)).ToContainTextAsync("![image.png](attachment:image.png)");
        await tab.PressAsync("Escape");
        await Expect(tab.Cell(0).Locator(".rendered img")).ToHaveJSPropertyAsync("naturalWidth", 1);
        await tab.SavedAsync();

        Assert.Equal(["![image.png](attachment:image.png)"], served.SavedTexts);
        Assert.Equal(Dot, (string?)served.Json["cells"]![0]!["attachments"]!["image.png"]!["image/png"]);
        Assert.Empty(tab.Faults);
    }
}
