using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

public sealed class Keyboard(Chromium browser)
{
    [Fact]
    public async Task Shift_Enter_runs_the_cell_and_goes_to_the_next()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "6 * 7", "1 + 1");
        var tab = await served.OpenAsync();

        await tab.SelectAsync(0);
        await tab.PressAsync("Shift+Enter");

        await Expect(tab.Outputs(0)).ToHaveTextAsync("42");
        await Expect(tab.Cell(1)).ToBeFocusedAsync();
        await Expect(tab.Cell(0).Locator(".count")).ToHaveTextAsync("[1]");
        Assert.Empty(tab.Faults);
    }

    [Fact]
    public async Task Shift_Enter_on_the_last_cell_makes_another_to_write_in()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "6 * 7");
        var tab = await served.OpenAsync();

        await tab.PressAsync("Shift+Enter");
        await tab.TypeAsync("1 + 2");
        await tab.PressAsync("Control+Enter");

        await Expect(tab.Cells).ToHaveCountAsync(2);
        await Expect(tab.Outputs(1)).ToHaveTextAsync("3");
        await Expect(tab.Cell(1)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Alt_Enter_runs_the_cell_and_inserts_one_below()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "6 * 7", "md:the end");
        var tab = await served.OpenAsync();

        await tab.PressAsync("Alt+Enter");
        await tab.TypeAsync("5;");
        await tab.PressAsync("Escape");

        await Expect(tab.Cells).ToHaveCountAsync(3);
        await Expect(tab.Outputs(0)).ToHaveTextAsync("42");
        await Expect(tab.Cell(1)).ToBeFocusedAsync();
        await Expect(tab.Cell(1)).ToContainTextAsync("5");
    }

    [Fact]
    public async Task Enter_and_Escape_go_into_a_cell_and_out_of_it()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "1", "md:# A title");
        var tab = await served.OpenAsync();

        await tab.PressAsync("Enter");
        await tab.TypeAsync("234");
        await tab.PressAsync("Escape");
        await Expect(tab.Cell(0)).ToBeFocusedAsync();

        await tab.PressAsync("j");
        await tab.PressAsync("Enter");
        await tab.PressAsync("Control+End");
        await tab.TypeAsync(", and more");
        await tab.PressAsync("Shift+Enter");
        await Expect(tab.Cell(1).Locator("h1")).ToHaveTextAsync("A title, and more");
    }

    [Fact]
    public async Task Letters_insert_delete_undo_and_change_cells()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "1", "2");
        var tab = await served.OpenAsync();

        await tab.PressAsync("b");
        await tab.PressAsync("Enter");
        await tab.TypeAsync("below");
        await tab.PressAsync("Escape");
        await tab.PressAsync("a");
        await tab.PressAsync("Enter");
        await tab.TypeAsync("above");
        await tab.PressAsync("Escape");
        await Expect(tab.Cells).ToHaveTextAsync([.. new[] { "1", "above", "below", "2" }.Select(text => new System.Text.RegularExpressions.Regex(text))]);

        await tab.PressAsync("m");
        await Expect(tab.Selected).ToHaveAttributeAsync("data-kind", "markdown");
        await tab.PressAsync("y");
        await Expect(tab.Selected).ToHaveAttributeAsync("data-kind", "code");

        await tab.PressAsync("d");
        await tab.PressAsync("d");
        await Expect(tab.Cells).ToHaveCountAsync(3);
        await tab.PressAsync("z");
        await Expect(tab.Cells).ToHaveCountAsync(4);
        await Expect(tab.Cell(1)).ToContainTextAsync("above");
    }

    [Fact]
    public async Task Arrows_and_J_and_K_select()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "1", "md:two", "3");
        var tab = await served.OpenAsync();

        foreach (var (key, selected) in new[] { ("ArrowDown", 1), ("j", 2), ("j", 2), ("k", 1), ("ArrowUp", 0), ("ArrowUp", 0) })
        {
            await tab.PressAsync(key);
            await Expect(tab.Cell(selected)).ToBeFocusedAsync();
        }
    }

    [Fact]
    public async Task I_I_interrupts_and_0_0_restarts()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "while (true) { }", "var x = 5; x");
        var tab = await served.OpenAsync();

        await tab.PressAsync("Control+Enter");
        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", "running");
        await tab.PressAsync("i");
        await tab.PressAsync("i");
        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", "failed");
        await Expect(tab.Page.Locator("#session")).ToHaveTextAsync("idle");

        await tab.PressAsync("j");
        await tab.PressAsync("Control+Enter");
        await Expect(tab.Outputs(1)).ToHaveTextAsync("5");
        await Expect(tab.Cell(1)).ToHaveAttributeAsync("data-status", "done");
        await tab.PressAsync("0");
        await tab.PressAsync("0");
        await tab.PressAsync("Enter"); // yes, its variables may go
        await Expect(tab.Cell(1)).ToHaveAttributeAsync("data-status", "idle");
    }

    [Fact]
    public async Task H_lists_the_keys()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "1");
        var tab = await served.OpenAsync();

        await tab.PressAsync("h");
        await Expect(tab.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Run the cell, go to the next");
        await tab.PressAsync("Escape");
        await Expect(tab.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Expect(tab.Cell(0)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Ctrl_F_finds_in_code_text_and_outputs_in_an_editor_and_out_of_it()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "var needle = 1;", "md:a **nee**dle in hay", "needle + 1");
        var tab = await served.OpenAsync();
        await tab.PressAsync("Enter");

        await tab.PressAsync("Control+f");
        await tab.TypeAsync("needle");
        var found = tab.Page.Locator("#find output");
        await Expect(found).ToHaveTextAsync("1 of 3");
        await tab.PressAsync("Enter");
        await Expect(found).ToHaveTextAsync("2 of 3");
        await tab.PressAsync("Shift+Enter");
        await tab.PressAsync("Shift+Enter");
        await Expect(found).ToHaveTextAsync("3 of 3");
        await tab.PressAsync("Escape");
        await Expect(tab.Cell(2)).ToBeFocusedAsync();
    }
}
