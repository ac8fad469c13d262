using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

public sealed class KeysOfSeveralCells(Chromium browser)
{
    [Fact]
    public async Task Control_Shift_Minus_splits_a_cell_at_the_cursor_Shift_M_makes_it_one_again()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "var a = 1;\nvar b = 2;");
        var tab = await served.OpenAsync();

        await tab.PressAsync("Enter");
        await tab.PressAsync("Control+Home");
        await tab.PressAsync("End");
        await tab.PressAsync("Control+Shift+Minus");

        await Expect(tab.Cells).ToHaveCountAsync(2);
        await tab.PressAsync("Control+s");
        await tab.SavedAsync();
        Assert.Equal(["var a = 1;", "var b = 2;"], served.SavedTexts);

        await tab.SelectAsync(0);
        await tab.PressAsync("Shift+M");
        await Expect(tab.Cells).ToHaveCountAsync(1);
        await tab.PressAsync("Control+s");
        await tab.SavedAsync();
        Assert.Equal(["var a = 1;\n\nvar b = 2;"], served.SavedTexts);
        Assert.Empty(tab.Faults);
    }

    [Fact]
    public async Task Shift_A_and_Shift_B_run_the_cells_above_and_from_here_and_Shift_O_clears_the_outputs()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "10", "20", "30");
        var tab = await served.OpenAsync();

        await tab.SelectAsync(1);
        await tab.PressAsync("Shift+A");
        await Expect(tab.Outputs(0)).ToHaveTextAsync("10");
        await Expect(tab.Outputs(1)).ToHaveCountAsync(0);

        await tab.PressAsync("Shift+B");
        await Expect(tab.Outputs(1)).ToHaveTextAsync("20");
        await Expect(tab.Outputs(2)).ToHaveTextAsync("30");

        await tab.PressAsync("Shift+O");
        await Expect(tab.Outputs(1)).ToHaveCountAsync(0);
        await Expect(tab.Outputs(2)).ToHaveTextAsync("30");
    }
}
