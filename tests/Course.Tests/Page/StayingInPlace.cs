using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

/// <summary>What one reads below a cell that runs does not move.</summary>
public sealed class StayingInPlace(Chromium browser)
{
    private const string Tall = "Thread.Sleep(700);\nConsole.WriteLine(\"first\");\nThread.Sleep(300);\ndisplay(HTML(\"<div style='height: 300px'>tall</div>\"));";

    [Fact]
    public async Task A_cell_that_runs_again_keeps_its_outputs_and_their_room_until_the_new_ones_are_there()
    {
        await using var served = await ServedNotebook.SetAsync(browser, Tall, "md:below");
        var tab = await served.OpenAsync();
        await tab.PressAsync("Control+Enter");
        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", "done");
        await tab.Page.EvaluateAsync("""
            window.places = new Set();
            const look = () => { places.add(Math.round(document.getElementById('cell-cell-1').getBoundingClientRect().top)); requestAnimationFrame(look); };
            setTimeout(look, 800);
            """);
        await Task.Delay(1000, TestContext.Current.CancellationToken);

        await tab.PressAsync("Control+Enter");
        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", "running");
        await Expect(tab.Outputs(0)).ToHaveAttributeAsync("data-before", "");
        await Expect(tab.Outputs(0)).ToContainTextAsync("tall");
        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", "done");
        await Expect(tab.Cell(0).Locator(".count")).ToHaveTextAsync("[2]");
        await Task.Delay(1000, TestContext.Current.CancellationToken);

        Assert.Single(await tab.Page.EvaluateAsync<int[]>("[...places]"));
    }

    [Fact]
    public async Task A_cell_that_shows_nothing_moves_nothing_while_it_runs()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "Thread.Sleep(600);", "md:below");
        var tab = await served.OpenAsync();
        const string top = "Math.round(document.getElementById('cell-cell-1').getBoundingClientRect().top)";
        var before = await tab.Page.EvaluateAsync<int>(top);

        await tab.PressAsync("Control+Enter");
        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", "running");

        Assert.Equal(before, await tab.Page.EvaluateAsync<int>(top));
        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", "done");
    }

    [Fact]
    public async Task The_tools_stay_one_line_when_something_has_failed_and_something_is_out_of_date()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "var x = 1;", "x", "throw new Exception(\"no\");");
        var tab = await served.OpenAsync();
        var before = (await tab.Page.Locator(".toolbar").BoundingBoxAsync())!.Height;

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Run all", Exact = true }).ClickAsync();
        await Expect(tab.Cell(2)).ToHaveAttributeAsync("data-status", "failed");
        await tab.WriteAsync(0, "var x = 2;");
        await Expect(tab.Page.Locator(".tools .strong")).ToHaveCountAsync(2);

        Assert.Equal(before, (await tab.Page.Locator(".toolbar").BoundingBoxAsync())!.Height);
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Run all", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Enter_breaks_the_line_under_a_suggestion_that_nobody_asked_for_and_takes_one_that_was_asked_for()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "var words = new List<string>();", "");
        var tab = await served.OpenAsync();
        await tab.PressAsync("Shift+Enter");
        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", "done");
        var list = tab.Page.Locator(".suggest-widget.visible .monaco-list-row");

        await tab.PressAsync("Enter");
        await tab.TypeAsync("var q = ");
        await tab.PressAsync("Control+Space"); // the first answer takes a moment
        await Expect(list.First).ToBeVisibleAsync();
        await tab.PressAsync("Escape");
        await tab.TypeAsync("w");
        await Expect(list.First).ToBeVisibleAsync();
        await tab.PressAsync("Enter");
        await Expect(list).ToHaveCountAsync(0);
        await tab.TypeAsync("wor");
        await Expect(list.First).ToBeVisibleAsync();
        await tab.PressAsync("Control+Space");
        await tab.PressAsync("Enter");
        await tab.PressAsync("Escape");

        await tab.SavedAsync();
        Assert.Equal("var q = w\nwords", served.SavedTexts.Last());
    }
}
