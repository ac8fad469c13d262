using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

public sealed class SeveralCells(Chromium browser)
{
    [Fact]
    public async Task C_X_and_V_copy_cut_and_paste_with_what_cells_have_shown()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "6 * 7", "md:text");
        var tab = await served.OpenAsync();
        await tab.PressAsync("Control+Enter");
        await Expect(tab.Outputs(0)).ToHaveTextAsync("42");

        await tab.PressAsync("c");
        await tab.PressAsync("v");
        await Expect(tab.Cells).ToHaveCountAsync(3);
        await Expect(tab.Outputs(1)).ToHaveTextAsync("42");
        await Expect(tab.Cell(1)).ToBeFocusedAsync();
        await tab.PressAsync("x");
        await Expect(tab.Cells).ToHaveCountAsync(2);
        await Expect(tab.Cell(1)).ToBeFocusedAsync();
        await tab.PressAsync("v");
        await Expect(tab.Cell(2)).ToBeFocusedAsync();
        await tab.SavedAsync();
        Assert.Equal(["6 * 7", "text", "6 * 7"], served.SavedTexts);

        await tab.PressAsync("z");
        await Expect(tab.Cells).ToHaveCountAsync(2);
        await tab.SelectAsync(0);
        await tab.PressAsync("Shift+V");
        await Expect(tab.Cells).ToHaveCountAsync(3);
        await Expect(tab.Cell(0)).ToBeFocusedAsync();
        Assert.Empty(tab.Faults);
    }

    [Fact]
    public async Task Shift_and_arrows_select_several_which_run_merge_and_go_together()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "var a = 1;", "var b = 2;", "a + b", "\"kept\"");
        var tab = await served.OpenAsync();
        var chosen = tab.Page.Locator("[data-chosen]");

        await tab.PressAsync("Shift+ArrowDown");
        await tab.PressAsync("Shift+ArrowDown");
        await Expect(chosen).ToHaveCountAsync(3);
        await tab.PressAsync("Control+Enter");
        await Expect(tab.Outputs(2)).ToHaveTextAsync("3");
        await tab.SelectAsync(0);
        await Expect(chosen).ToHaveCountAsync(0);

        await tab.PressAsync("Shift+ArrowDown");
        await tab.PressAsync("Shift+M");
        await Expect(tab.Cells).ToHaveCountAsync(3);
        await tab.PressAsync("Shift+ArrowDown");
        await tab.PressAsync("d");
        await tab.PressAsync("d");
        await Expect(tab.Cells).ToHaveCountAsync(1);
        await tab.SavedAsync();
        Assert.Equal(["\"kept\""], served.SavedTexts);

        await tab.PressAsync("z");
        await Expect(tab.Cells).ToHaveCountAsync(3);
        await tab.SavedAsync();
        Assert.Equal(["var a = 1;\n\nvar b = 2;", "a + b", "\"kept\""], served.SavedTexts);
    }

    [Fact]
    public async Task What_was_copied_in_one_notebook_is_pasted_in_another_and_Alt_Shift_down_duplicates()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "1", "2");
        await served.PutAsync("other.ipynb", WrittenNotebook.Of("3"));
        var tab = await served.OpenAsync();

        await tab.PressAsync("Alt+Shift+ArrowDown");
        await Expect(tab.Cells).ToHaveCountAsync(3);
        await tab.PressAsync("c");
        await tab.Page.GotoAsync(tab.Page.Url.Replace("here.ipynb", "other.ipynb", StringComparison.Ordinal));
        await Expect(tab.Selected).ToHaveCountAsync(1);
        await tab.PressAsync("v");

        await Expect(tab.Cells).ToHaveCountAsync(2);
        await Expect(tab.Cell(1)).ToContainTextAsync("1");
    }

    [Fact]
    public async Task The_list_of_commands_does_them()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "6 * 7", "1");
        var tab = await served.OpenAsync();

        await ChooseAsync(tab, "Duplicate the selected cells");
        await Expect(tab.Cells).ToHaveCountAsync(3);
        await ChooseAsync(tab, "Find and replace in all cells");
        await Expect(tab.Page.Locator("#find input").First).ToBeFocusedAsync();
        await tab.PressAsync("Escape");
        await ChooseAsync(tab, "Light or dark");
        await Expect(tab.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await ChooseAsync(tab, "Larger for a projector, without the list, and back");
        await Expect(tab.Page.Locator("#lessons")).ToBeHiddenAsync();
        await Expect(tab.Cell(0)).ToBeVisibleAsync();

        await tab.Page.ReloadAsync();
        await Expect(tab.Selected).ToHaveCountAsync(1);
        await Expect(tab.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }

    private static async Task ChooseAsync(Tab tab, string command)
    {
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Commands and keys" }).ClickAsync();
        await tab.Page.Locator("#help").GetByRole(AriaRole.Button, new() { Name = command, Exact = true }).ClickAsync();
    }

    [Fact]
    public async Task A_cell_is_dragged_to_its_place_and_Z_takes_it_back()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "1", "2", "md:three", "4");
        var tab = await served.OpenAsync();
        await tab.Cell(0).HoverAsync();
        var height = (await tab.Cell(2).BoundingBoxAsync())!.Height;
        await tab.Cell(0).Locator(".grip").DragToAsync(tab.Cell(2), new() { TargetPosition = new() { X = 100, Y = height - 3 } });

        await Expect(tab.Cells).ToContainTextAsync(["2", "three", "1", "4"]);
        await tab.Cell(3).HoverAsync();
        await tab.Cell(3).Locator(".grip").DragToAsync(tab.Cell(0), new() { TargetPosition = new() { X = 100, Y = 3 } });
        await Expect(tab.Cells).ToContainTextAsync(["4", "2", "three", "1"]);

        await tab.SelectAsync(1);
        await tab.PressAsync("z");
        await tab.PressAsync("z");
        await Expect(tab.Cells).ToContainTextAsync(["1", "2", "three", "4"]);
    }
}
