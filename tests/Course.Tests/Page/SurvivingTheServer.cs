using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

public sealed class SurvivingTheServer(Chromium browser)
{
    [Fact]
    public async Task Nothing_typed_is_lost_when_the_server_is_killed_in_mid_cell()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "while (true) { }", "2");
        var tab = await served.OpenAsync();
        await tab.PressAsync("Shift+Enter");
        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", "running");
        await tab.WriteAsync(1, "before");

        await served.Server.KillAsync();
        await tab.TypeAsync(" and after");
        await Expect(tab.Page.Locator("#away")).ToBeVisibleAsync();
        await tab.TypeAsync(" and long after");

        await served.StartAgainAsync();
        await Expect(tab.Page.Locator("#away")).ToBeHiddenAsync();
        await Expect(tab.Page.Locator("#session")).ToHaveTextAsync("idle"); // the page is another one now
        await Expect(tab.Cell(1)).ToContainTextAsync("before and after and long after");
        await tab.PressAsync("Control+s");
        await tab.SavedAsync();
        Assert.Contains("before and after and long after", served.SavedTexts);
    }

    [Fact]
    public async Task What_is_typed_while_the_server_is_away_comes_back_once_and_in_its_place_also_after_a_reload()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "1", "2");
        var tab = await served.OpenAsync();
        await tab.WriteAsync(1, "before");
        await tab.SavedAsync();
        await served.Server.KillAsync();
        await tab.TypeAsync(string.Concat(Enumerable.Repeat(" and on", 30)));
        await Expect(tab.Page.Locator("#away")).ToBeVisibleAsync();
        await tab.Page.CloseAsync();

        await served.StartAgainAsync();
        var again = await served.OpenAsync();

        await Expect(again.Cell(1)).ToContainTextAsync("before and on");
        await Expect(again.Cells).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task What_the_browser_kept_comes_back_also_if_the_server_tells_of_the_file_while_it_is_read()
    {
        const string telling = """
            const importKey = crypto.subtle.importKey;
            crypto.subtle.importKey = async function (...all) {
              const page = await import(new URL('assets/page.js', document.baseURI));
              page.saved({ 'cell-0': '1', 'cell-1': 'before' });
              return importKey.apply(this, all);
            };
            """;
        await using var served = await ServedNotebook.SetAsync(browser, "1", "2");
        var tab = await served.OpenAsync();
        await tab.WriteAsync(1, "before");
        await tab.SavedAsync();
        await served.Server.KillAsync();
        await tab.TypeAsync(" and after");
        await tab.Page.CloseAsync();

        await served.StartAgainAsync();
        var again = await served.OpenAsync(page => page.AddInitScriptAsync(telling));

        await Expect(again.Cell(1)).ToContainTextAsync("before and after");
    }

    /// <summary>Kills the server at random moments of typing, running and saving. KILLS says how often: 100 is a soak of an hour.</summary>
    [Fact]
    public async Task Killed_at_any_moment_the_server_loses_nothing_typed_doubles_no_cell_and_damages_no_file()
    {
        const string slow = "for (var i = 0; i < 20; i++) { Console.WriteLine(i); Thread.Sleep(100); }";
        var random = new Random(1);
        await using var served = await ServedNotebook.SetAsync(browser, slow, "", "x");
        var tab = await served.OpenAsync();
        for (var kills = int.Parse(Environment.GetEnvironmentVariable("KILLS") ?? "2", null); kills > 0; kills--)
        {
            await tab.SelectAsync(0);
            await tab.PressAsync(random.Next(2) == 0 ? "Control+Enter" : "Escape"); // it may run, and its output be saved, when the server dies
            await tab.WriteAsync(1, "");
            var typed = "";
            var killing = KillAfterAsync(served.Server, random.Next(2500));
            while (!killing.IsCompleted)
            {
                typed += $"{random.Next(1000)} ";
                await tab.TypeAsync(typed[(typed.TrimEnd().LastIndexOf(' ') + 1)..]);
                await tab.PressAsync(random.Next(10) == 0 ? "Control+s" : "Control+End");
                await Task.Delay(random.Next(120), TestContext.Current.CancellationToken);
            }

            await killing;
            Assert.Equal(3, NotebookSession.Documents.Notebook.Read(served.Path).Cells.Count);
            await Expect(tab.Page.Locator("#away")).ToBeVisibleAsync();
            await tab.Page.CloseAsync();
            await served.StartAgainAsync();
            tab = await served.OpenAsync();
            await Expect(tab.Cell(1)).ToContainTextAsync(typed.Trim());
            await tab.PressAsync("Control+s");
            await tab.SavedAsync();
            Assert.Equal([slow, typed, "x"], served.SavedTexts);
        }
    }

    private static async Task KillAfterAsync(Server server, int milliseconds)
    {
        await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
        await server.KillAsync();
    }
}
