using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

public sealed class SurvivingTheServer(Chromium browser)
{
    [Fact]
    public async Task Nothing_typed_is_lost_when_the_server_is_killed_in_mid_cell()
    {
        await using var desk = await Desk.SetAsync(browser, "while (true) { }", "2");
        var tab = await desk.OpenAsync();
        await tab.PressAsync("Shift+Enter");
        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", "running");
        await tab.WriteAsync(1, "before");

        await desk.Server.KillAsync();
        await tab.TypeAsync(" and after");
        await Expect(tab.Page.Locator("#away")).ToBeVisibleAsync();
        await tab.TypeAsync(" and long after");

        await desk.StartAgainAsync();
        await Expect(tab.Cell(1)).ToContainTextAsync("before and after and long after");
        await Expect(tab.Page.Locator("#away")).ToBeHiddenAsync();
        await Expect(tab.Page.Locator("#session")).ToHaveTextAsync("idle");
        await tab.PressAsync("Control+s");
        await tab.SavedAsync();
        Assert.Contains("before and after and long after", desk.SavedTexts);
    }

    [Fact]
    public async Task What_is_typed_while_the_server_is_away_comes_back_once_and_in_its_place_also_after_a_reload()
    {
        await using var desk = await Desk.SetAsync(browser, "1", "2");
        var tab = await desk.OpenAsync();
        await tab.WriteAsync(1, "before");
        await tab.SavedAsync();
        await desk.Server.KillAsync();
        await tab.TypeAsync(string.Concat(Enumerable.Repeat(" and on", 30)));
        await Expect(tab.Page.Locator("#away")).ToBeVisibleAsync();
        await tab.Page.CloseAsync();

        await desk.StartAgainAsync();
        var again = await desk.OpenAsync();

        await Expect(again.Cell(1)).ToContainTextAsync("before and on");
        await Expect(again.Cells).ToHaveCountAsync(2);
    }

    /// <summary>Kills the server at random moments of typing, running and saving; KILLS says how many times.</summary>
    [Fact]
    public async Task Killed_at_any_moment_the_server_loses_nothing_typed_doubles_no_cell_and_damages_no_file()
    {
        var random = new Random(1);
        await using var desk = await Desk.SetAsync(browser, "var x = 1;", "", "x");
        var tab = await desk.OpenAsync();
        var typed = "";
        for (var kill = int.Parse(Environment.GetEnvironmentVariable("KILLS") ?? "3"); kill > 0; kill--)
        {
            await tab.Cell(1).FocusAsync();
            await tab.PressAsync("Enter");
            await Expect(tab.Cell(1).Locator(".monaco-editor.focused")).ToBeVisibleAsync();
            await tab.PressAsync("Control+End");
            var killing = KillAfterAsync(desk.Server, random.Next(2500));
            while (!killing.IsCompleted)
            {
                var word = $"// {random.Next(1000)} ";
                typed += word;
                await tab.TypeAsync(word);
                await tab.PressAsync(random.Next(12) switch { 0 => "Control+s", 1 => "Control+Enter", _ => "Control+End" });
                await Task.Delay(random.Next(120), TestContext.Current.CancellationToken);
            }

            await killing;
            Assert.Equal(3, NotebookKernel.Documents.Notebook.Read(desk.Path).Cells.Count);
            await desk.StartAgainAsync();
            await tab.Page.GotoAsync(desk.Server.Address.AbsoluteUri);
            await Expect(tab.Selected).ToHaveCountAsync(1);
            await Expect(tab.Cell(1)).ToContainTextAsync(typed.Trim());
            await Expect(tab.Cells).ToHaveCountAsync(3);
        }

        await tab.PressAsync("Control+s");
        await tab.SavedAsync();
        Assert.Equal(["var x = 1;", typed, "x"], desk.SavedTexts);
    }

    private static async Task KillAfterAsync(Server server, int milliseconds)
    {
        await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
        await server.KillAsync();
    }
}
