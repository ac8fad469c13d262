using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Course.Tests.Page;

/// <summary>A notebook in a tab, as the tests look at it.</summary>
internal sealed class Tab(IPage page, ConcurrentQueue<string> faults)
{
    public IPage Page => page;

    public ILocator Cells => page.Locator("[data-cell]");

    public ILocator Selected => page.Locator("[data-cell][tabindex='0']");

    /// <summary>What scripts complained of, and what the page asked other machines for.</summary>
    public ConcurrentQueue<string> Faults => faults;

    public ILocator Cell(int index) => Cells.Nth(index);

    public ILocator Outputs(int index) => Cell(index).Locator(".outputs");

    public Task PressAsync(string keys) => page.Keyboard.PressAsync(keys);

    public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>Selects a cell, in command mode.</summary>
    public Task SelectAsync(int index) => Cell(index).FocusAsync();

    /// <summary>Goes into a cell and replaces its text.</summary>
    public async Task WriteAsync(int index, string text)
    {
        await SelectAsync(index);
        await PressAsync("Enter");
        await Assertions.Expect(Cell(index).Locator(".monaco-editor.focused")).ToBeVisibleAsync();
        await PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>The texts in the file, from the top.</summary>
    public Task SavedAsync() => Assertions.Expect(page.Locator("#saving")).ToHaveTextAsync("saved");
}
