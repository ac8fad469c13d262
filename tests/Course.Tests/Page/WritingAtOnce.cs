using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

/// <summary>From the click on, keys are text: also while the editor or the server is slow to come.</summary>
public sealed class WritingAtOnce(Chromium browser)
{
    private const string Untouched = "var untouched = 1;";

    [Theory]
    [InlineData("dd")]
    [InlineData("abc00")]
    [InlineData("Console.WriteLine(\"done\");")]
    public async Task What_is_typed_right_after_a_click_is_text_and_no_command(string text)
    {
        await using var served = await ServedNotebook.SetAsync(browser, "1 + ", Untouched);
        var tab = await SlowAsync(served);

        await ClickAtTheEndAsync(tab, 0);
        await tab.TypeAsync(text);

        await SavedAsync(served, tab, $"1 + {text}", Untouched);
        Assert.Empty(tab.Faults);
    }

    [Fact]
    public async Task Enter_in_command_mode_makes_keys_text_at_once()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "", Untouched);
        var tab = await SlowAsync(served);

        await tab.SelectAsync(0);
        await tab.PressAsync("Enter");
        await tab.TypeAsync("dd");

        await SavedAsync(served, tab, "dd", Untouched);
    }

    [Fact]
    public async Task A_double_click_makes_a_text_cell_take_keys_at_once()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "md:", Untouched);
        var tab = await SlowAsync(served);

        await tab.Cell(0).DblClickAsync();
        await tab.TypeAsync("dd");

        await SavedAsync(served, tab, "dd", Untouched);
    }

    [Fact]
    public async Task Each_of_two_cells_clicked_in_a_hurry_gets_what_was_typed_for_it()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "1", "2");
        var tab = await SlowAsync(served);

        await ClickAtTheEndAsync(tab, 0);
        await tab.TypeAsync("dda");
        await ClickAtTheEndAsync(tab, 1);
        await tab.TypeAsync("ddb");

        await SavedAsync(served, tab, "1dda", "2ddb");
    }

    [Fact]
    public async Task Corrections_new_lines_and_pasted_text_come_in_order()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "", Untouched);
        var tab = await SlowAsync(served);
        await tab.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await tab.Page.EvaluateAsync("navigator.clipboard.writeText('pasted')");

        await ClickAtTheEndAsync(tab, 0);
        await tab.TypeAsync("dx");
        await tab.PressAsync("Backspace");
        await tab.PressAsync("Enter");
        await tab.PressAsync("Control+v");
        await tab.TypeAsync("dd");

        await SavedAsync(served, tab, "d\npasteddd", Untouched);
    }

    [Fact]
    public async Task Composed_text_is_taken_as_a_whole()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "", Untouched);
        var tab = await SlowAsync(served);
        var session = await tab.Page.Context.NewCDPSessionAsync(tab.Page);

        await ClickAtTheEndAsync(tab, 0);
        await session.SendAsync("Input.imeSetComposition", new() { ["text"] = "に", ["selectionStart"] = 1, ["selectionEnd"] = 1 });
        await session.SendAsync("Input.insertText", new() { ["text"] = "日本" });
        await tab.TypeAsync("dd");

        await SavedAsync(served, tab, "日本dd", Untouched);
    }

    [Fact]
    public async Task A_command_after_the_text_waits_for_it()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "1 + ", Untouched);
        var tab = await SlowAsync(served);

        await ClickAtTheEndAsync(tab, 0);
        await tab.TypeAsync("41");
        await tab.PressAsync("Control+Enter");

        await Expect(tab.Outputs(0)).ToHaveTextAsync("42");
        await Expect(tab.Cells).ToHaveCountAsync(2);
    }

    /// <summary>The editor's script comes late, and so does each answer of the server.</summary>
    private static async Task<Tab> SlowAsync(ServedNotebook served)
    {
        var tab = await served.OpenAsync(page => page.RouteAsync("**/monaco-editor/**", async route =>
        {
            await Task.Delay(1000);
            await route.ContinueAsync();
        }));
        var session = await tab.Page.Context.NewCDPSessionAsync(tab.Page);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
        return tab;
    }

    // Right of the text: the cursor goes to the line's end.
    private static async Task ClickAtTheEndAsync(Tab tab, int cell)
    {
        var source = tab.Cell(cell).Locator(".source");
        var size = await source.BoundingBoxAsync();
        await source.ClickAsync(new() { Position = new() { X = size!.Width - 20, Y = Math.Min(18, size.Height / 2) } });
    }

    private static async Task SavedAsync(ServedNotebook served, Tab tab, params string[] texts)
    {
        await Expect(tab.Cells).ToHaveCountAsync(texts.Length);
        await Expect(tab.Page.Locator(".monaco-editor.focused")).ToHaveCountAsync(1);
        await tab.PressAsync("Control+s");
        for (var waited = 0; waited < 300 && !served.SavedTexts.SequenceEqual(texts); waited++)
        {
            await Task.Delay(100);
        }

        Assert.Equal(texts, served.SavedTexts);
    }

    [Fact]
    public async Task Who_goes_to_another_cell_while_a_command_is_on_its_way_stays_there()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "6 * 7", "2");
        var tab = await served.OpenAsync();
        await tab.SelectAsync(0);

        await tab.Page.EvaluateAsync("""
            () => {
              const [first, second] = document.querySelectorAll('[data-cell]');
              first.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }));
              second.focus();
            }
            """);

        await Expect(tab.Outputs(0)).ToHaveTextAsync("42");
        await Expect(tab.Cell(1)).ToBeFocusedAsync();
    }
}
