using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

public sealed class NavigatingCode(Chromium browser)
{
    [Fact]
    public async Task F2_renames_what_is_meant_in_all_cells_run_or_not_and_one_undo_takes_it_back()
    {
        await using var served = await ServedNotebook.SetAsync(
            browser, "var h = 1;", "Console.WriteLine($\"{h}\");", "new[] { 1 }.Select(h => h + 1).Sum() + h", "var h = 2;", "h");
        var tab = await InCellAsync(served, 0);
        await tab.PressAsync("Home");
        await tab.PressAsync("Control+ArrowRight");
        await tab.PressAsync("ArrowRight"); // before h
        await tab.PressAsync("F2");
        await Expect(tab.Page.Locator(".rename-box input")).ToBeFocusedAsync();
        await tab.TypeAsync("hidden");
        await tab.PressAsync("Enter");

        await Expect(tab.Cell(0)).ToContainTextAsync("var hidden = 1;");
        await Expect(tab.Cell(1)).ToContainTextAsync("{hidden}");
        await Expect(tab.Cell(2)).ToContainTextAsync("Select(h => h + 1).Sum() + hidden");
        await Expect(tab.Cell(3)).ToContainTextAsync("var h = 2;");
        await Expect(tab.Cell(4)).Not.ToContainTextAsync("hidden");
        await tab.PressAsync("Control+s");
        await tab.SavedAsync();
        Assert.Equal("var hidden = 1;", served.SavedTexts.First());

        await tab.PressAsync("Escape");
        await tab.PressAsync("z");
        await Expect(tab.Cell(0)).ToContainTextAsync("var h = 1;");
        await Expect(tab.Cell(2)).ToContainTextAsync("Sum() + h");
    }

    [Fact]
    public async Task A_name_of_a_library_can_not_be_renamed_and_that_is_said()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "Console.Write(1);", "var a = 1;");
        var tab = await InCellAsync(served, 0);
        await tab.PressAsync("Control+Home");
        await tab.PressAsync("F2");

        await Expect(tab.Page.Locator(".monaco-editor-overlaymessage")).ToContainTextAsync("No declaration of Console was found in this notebook.");
    }

    [Fact]
    public async Task What_is_no_name_is_refused()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "var a = 1;", "a");
        var tab = await InCellAsync(served, 1);
        await tab.PressAsync("F2");
        await Expect(tab.Page.Locator(".rename-box input")).ToBeFocusedAsync();
        await tab.TypeAsync("class");
        await tab.PressAsync("Enter");

        await Expect(tab.Page.GetByText("“class” can't be a name in C#")).ToBeVisibleAsync();
        await Expect(tab.Cell(0)).ToContainTextAsync("var a = 1;");
    }

    [Fact]
    public async Task F12_goes_to_the_cell_that_declares_the_name_and_what_is_typed_then_goes_there()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "int Twice(int n) => 2 * n;", "1", "Twice(4)");
        var tab = await InCellAsync(served, 2);
        await tab.PressAsync("Control+Home");
        await tab.PressAsync("F12");

        await Expect(tab.Cell(0).Locator(".editor")).ToContainTextAsync("Twice");
        await Expect(tab.Selected).ToHaveAttributeAsync("data-cell", "cell-0");
        await Expect(tab.Page.Locator("[data-cell='cell-0'] .monaco-editor.focused")).ToHaveCountAsync(1);
        await tab.TypeAsync("Double");
        await Expect(tab.Cell(0)).ToContainTextAsync("int Double(int n)");
    }

    [Fact]
    public async Task Shift_Alt_F_formats_the_cell_and_Ctrl_Z_takes_it_back()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "if(1>0){Console.Write( 1 );}");
        var tab = await InCellAsync(served, 0);
        await tab.PressAsync("Shift+Alt+F");

        await Expect(tab.Cell(0)).ToContainTextAsync("if (1 > 0) { Console.Write(1); }");
        await tab.PressAsync("Control+z");
        await Expect(tab.Cell(0)).ToContainTextAsync("if(1>0){Console.Write( 1 );}");
    }

    private static async Task<Tab> InCellAsync(ServedNotebook served, int cell)
    {
        var tab = await served.OpenAsync();
        await tab.SelectAsync(cell);
        await tab.PressAsync("Enter");
        return tab;
    }
}
