using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

public sealed class Editing(Chromium browser)
{
    [Fact]
    public async Task What_was_typed_and_run_is_saved_and_there_after_a_reload()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "1", "md:text");
        var tab = await served.OpenAsync();

        await tab.WriteAsync(0, "40 + 2");
        await tab.PressAsync("Control+Enter");
        await Expect(tab.Outputs(0)).ToHaveTextAsync("42");
        await tab.PressAsync("Control+s");
        await tab.SavedAsync();
        await tab.Page.ReloadAsync();

        await Expect(tab.Cell(0)).ToContainTextAsync("40 + 2");
        await Expect(tab.Outputs(0)).ToHaveTextAsync("42");
        Assert.Equal(["40 + 2", "text"], served.SavedTexts);
        Assert.Empty(tab.Faults);
    }

    [Fact]
    public async Task An_edit_upstream_marks_what_depends_on_it_until_run_stale()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "var x = 1;", "var y = x + 1;", "y * 10");
        var tab = await served.OpenAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Run all", Exact = true }).ClickAsync();
        await Expect(tab.Outputs(2)).ToHaveTextAsync("20");

        await tab.WriteAsync(0, "var x = 4;");
        await Expect(tab.Cell(1).Locator(".stale")).ToContainTextAsync("Out of date");
        await Expect(tab.Cell(2).Locator(".stale")).ToContainTextAsync("Out of date");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Run stale" }).ClickAsync();

        await Expect(tab.Outputs(2)).ToHaveTextAsync("50");
        await Expect(tab.Page.Locator(".stale")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Completion_knows_what_earlier_cells_declared()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "var words = new List<string> { \"one\" };", "");
        var tab = await served.OpenAsync();
        await tab.PressAsync("Shift+Enter");
        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", "done");

        await tab.PressAsync("Enter");
        await tab.TypeAsync("words.Ad");
        var row = tab.Page.Locator(".suggest-widget .monaco-list-row").Filter(new() { HasText = "AddRange" });
        await tab.PressAsync("Control+Space"); // typing may have been answered before the dot
        await Expect(row.First).ToBeVisibleAsync();
        await row.First.ClickAsync();
        await Expect(tab.Cell(1)).ToContainTextAsync("words.AddRange");
    }

    [Fact]
    public async Task A_compile_error_is_underlined_as_it_is_typed()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "1");
        var tab = await served.OpenAsync();

        await tab.WriteAsync(0, "int number = \"text\";");

        await Expect(tab.Cell(0).Locator(".squiggly-error")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_cell_that_asks_gets_its_line()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "Console.Write(\"Who? \"); Console.WriteLine($\"Hello, {Console.ReadLine()}!\");");
        var tab = await served.OpenAsync();

        await tab.PressAsync("Control+Enter");
        await Expect(tab.Cell(0).Locator("form.input input")).ToBeFocusedAsync();
        await tab.TypeAsync("Ada");
        await tab.PressAsync("Enter");

        await Expect(tab.Outputs(0)).ToContainTextAsync("Hello, Ada!");
    }

    [Fact]
    public async Task A_cell_that_asks_again_in_the_same_words_gets_the_next_line()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "while (Console.ReadLine() is { Length: > 0 } name) Console.WriteLine($\"Hello, {name}!\");");
        var tab = await served.OpenAsync(FarAway.SetAsync);
        var box = tab.Cell(0).Locator("form.input input");

        await tab.PressAsync("Shift+Enter"); // which makes a cell below, and would go into it
        foreach (var name in (string[])["Ada", "Bo", "Cleo"])
        {
            await Expect(box).ToHaveValueAsync("");
            await Expect(box).ToBeFocusedAsync();
            await tab.TypeAsync(name);
            await tab.PressAsync("Enter");
            await Expect(tab.Outputs(0)).ToContainTextAsync($"Hello, {name}!");
        }

        await Expect(box).ToBeFocusedAsync();
        await tab.PressAsync("Enter");
        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", "done");
        await Expect(tab.Cell(0)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_password_is_not_shown()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "password(\"Key: \")!.Length");
        var tab = await served.OpenAsync();

        await tab.PressAsync("Control+Enter");
        var line = tab.Cell(0).Locator("form.input input");
        await Expect(line).ToBeFocusedAsync();
        await Expect(line).ToHaveAttributeAsync("type", "password");
        await tab.TypeAsync("secret");
        await tab.PressAsync("Enter");

        await Expect(tab.Outputs(0)).ToContainTextAsync("6");
        await Expect(tab.Cell(0)).Not.ToContainTextAsync("secret");
    }

    [Fact]
    public async Task A_change_by_another_program_is_noticed_and_neither_version_is_lost()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "1");
        var tab = await served.OpenAsync();
        await tab.WriteAsync(0, "mine");
        await served.ReplaceAsync(WrittenNotebook.Of("theirs"));
        await tab.PressAsync("Control+s");

        await Expect(tab.Page.GetByRole(AriaRole.Alertdialog)).ToBeVisibleAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Take theirs" }).ClickAsync();
        await Expect(tab.Cell(0)).ToContainTextAsync("theirs");
        await Expect(tab.Page.GetByRole(AriaRole.Alertdialog)).ToHaveCountAsync(0);
    }
}
