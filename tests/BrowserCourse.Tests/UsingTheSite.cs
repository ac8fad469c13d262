using System.Text.Json.Nodes;
using Course.Tests.Page;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BrowserCourse.Tests;

public sealed class UsingTheSite(Site site, Chromium chromium)
{
    private const string Lesson = "02-rnn-step-by-step.ipynb";

    [Fact]
    public async Task A_lesson_is_opened_from_the_book_run_changed_and_there_again_without_a_network()
    {
        var page = await chromium.OpenAsync(site.Book);
        await page.GetByRole(AriaRole.Link, new() { Name = "The RNN, step by step" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Open live" }).ClickAsync();
        var tab = new Tab(page, []);
        await Expect(tab.Selected).ToHaveCountAsync(1);
        await Expect(page.Locator("p.place")).ToHaveTextAsync("Lesson 2 of 12");

        var second = page.Locator("[data-cell][data-kind='code']").Nth(1);
        await second.FocusAsync();
        await tab.PressAsync("b");
        var mine = page.Locator("[data-cell][tabindex='0']");
        await tab.PressAsync("Enter");
        await Expect(mine.Locator(".monaco-editor.focused")).ToBeVisibleAsync();
        await page.Keyboard.InsertTextAsync("Enumerable.Range(1, 8).Sum()");
        await tab.PressAsync("Control+Enter");
        await Expect(mine.Locator(".outputs")).ToHaveTextAsync("36");
        await tab.PressAsync("Control+s");
        await tab.SavedAsync();

        await page.WaitForFunctionAsync("async () => (await (await caches.open((await caches.keys())[0])).keys()).some(({ url }) => url.endsWith('.z'))");
        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();
        await Expect(page.Locator("[data-kind='code']", new() { HasText = "Enumerable.Range(1, 8)" }).Locator(".outputs")).ToHaveTextAsync("36");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_lesson_is_reset_to_what_the_site_has()
    {
        var page = await chromium.OpenAsync($"{site.Address}{Lesson}/");
        var tab = new Tab(page, []);
        await Expect(tab.Selected).ToHaveCountAsync(1);
        await tab.SelectAsync(0);
        await tab.PressAsync("d");
        await tab.PressAsync("d");
        await Expect(tab.Cell(0)).Not.ToContainTextAsync("The RNN, step by step");
        await tab.SavedAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Reset the lesson" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Reset", Exact = true }).ClickAsync();
        await Expect(tab.Cell(0)).ToContainTextAsync("The RNN, step by step");
        await page.Context.CloseAsync();
    }

    /// <summary>KILLS says how often: 30 take six minutes.</summary>
    [Fact]
    public async Task What_was_typed_is_there_after_a_reload_or_a_crash_at_any_moment()
    {
        var random = new Random(1);
        await using var served = await ServedNotebook.SetAsync(chromium, "1", "2");
        var tab = await served.OpenAsync();
        for (var kills = int.Parse(Environment.GetEnvironmentVariable("KILLS") ?? "2", null); kills > 0; kills--)
        {
            await tab.WriteAsync(0, "");
            var typed = "";
            for (var words = random.Next(1, 25); words > 0; words--)
            {
                typed += $"{random.Next(1000)} ";
                await tab.TypeAsync(typed[(typed.TrimEnd().LastIndexOf(' ') + 1)..]);
                await tab.PressAsync(random.Next(10) == 0 ? "Control+s" : "Control+End");
                await Task.Delay(random.Next(80), TestContext.Current.CancellationToken);
            }

            tab = kills % 2 == 0 ? await ReloadedAsync(tab) : await CrashedAsync(tab, served);
            await Expect(tab.Cell(0)).ToContainTextAsync(typed.Trim());
            await Expect(tab.Cells).ToHaveCountAsync(2);
        }
    }

    [Fact]
    public async Task An_output_with_scripts_draws_in_a_frame_of_its_own_which_draws_nothing_elsewhere()
    {
        await using var served = await ServedNotebook.SetAsync(chromium, "HTML(\"<p id='mine'></p><script>mine.append(self.origin + ' drew')</script>\")");
        var tab = await served.OpenAsync();
        await tab.PressAsync("Control+Enter");
        await Expect(tab.Page.FrameLocator("iframe").Locator("#mine")).ToHaveTextAsync("null drew");

        await tab.Page.GotoAsync(site.Address + "frame.html");
        await tab.Page.EvaluateAsync("() => postMessage({ html: '<p>drawn</p>' }, '*')");
        await Expect(tab.Page.Locator("p")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_cell_that_takes_long_in_a_tab_says_so_before_it_runs()
    {
        var notebook = WrittenNotebook.Of("1 + 1", "2 + 2");
        notebook["cells"]![0]!["metadata"] = new JsonObject { ["tags"] = new JsonArray("takes-8s") };
        notebook["cells"]![1]!["metadata"] = new JsonObject { ["tags"] = new JsonArray("takes-2s") };
        await using var served = await ServedNotebook.SetAsync(chromium, notebook);
        var tab = await served.OpenAsync();
        await Expect(tab.Page.Locator(".cost")).ToHaveTextAsync("In this browser tab it takes about 30 seconds, on the machine itself about 8.");

        await tab.PressAsync("Control+Enter");
        await Expect(tab.Outputs(0)).ToHaveTextAsync("2");
        await Expect(tab.Page.Locator(".cost")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_endless_cell_leaves_the_page_quick_and_is_stopped()
    {
        await using var served = await ServedNotebook.SetAsync(chromium, "while (true) { }", "1 + 1");
        var tab = await served.OpenAsync();
        await tab.PressAsync("Control+Enter");
        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", "running");
        await tab.SelectAsync(1);
        await tab.PressAsync("i");
        await tab.PressAsync("i");
        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", "failed");

        await tab.PressAsync("Control+Enter");
        await Expect(tab.Outputs(1)).ToHaveTextAsync("2");
    }

    private static async Task<Tab> ReloadedAsync(Tab tab)
    {
        await tab.Page.ReloadAsync();
        await Expect(tab.Selected).ToHaveCountAsync(1);
        return tab;
    }

    private static async Task<Tab> CrashedAsync(Tab tab, ServedNotebook served)
    {
        var crashed = new TaskCompletionSource();
        tab.Page.Crash += (_, _) => crashed.TrySetResult();
        var protocol = await tab.Page.Context.NewCDPSessionAsync(tab.Page);
        _ = protocol.SendAsync("Page.crash"); // it doesn't answer
        await crashed.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await tab.Page.CloseAsync();
        return await served.OpenAsync();
    }
}
