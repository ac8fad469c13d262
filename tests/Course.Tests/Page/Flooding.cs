using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

/// <summary>Cells that show more than a page can draw, and files that hold it. How quick it is on a quiet machine stands in the notes; here it must end.</summary>
public sealed class Flooding(Chromium browser)
{
    private const int FileLimit = 2_000_000;

    private const string Chart = """
        class Plot { public int Step; }
        Formatter.Register<Plot>((plot, writer) => writer.Write("{\"data\":[{\"type\":\"scatter\",\"y\":["
            + string.Join(',', Enumerable.Range(plot.Step, 2000)) + "]}],\"layout\":{}}"), "application/vnd.plotly.v1+json");
        Formatter.SetPreferredMimeTypesFor(typeof(Plot), "application/vnd.plotly.v1+json");
        var shown = display(new Plot());
        for (var i = 1; i <= 5000; i++) shown.Update(new Plot { Step = i });
        """;

    [Theory]
    [InlineData("while (true) Console.WriteLine(\"OK\");", true)]
    [InlineData("while (true) Console.Write(new string('x', 4_000_000));", true)]
    [InlineData("while (true) { ClearOutput(true); Console.WriteLine(\"again\"); }", true)]
    [InlineData("for (var i = 0; i < 10_000_000; i++) Console.WriteLine(i);", false)]
    [InlineData("for (var i = 0; i < 10_000; i++) display(i);", false)]
    [InlineData("var big = new string('y', 200_000_000); Console.WriteLine(big); big", false)]
    [InlineData(Chart, false)]
    public async Task A_cell_that_floods_can_be_stopped_beside_it_one_types_and_its_notebook_is_saved_and_opened_again(string flood, bool endless)
    {
        await using var served = await ServedNotebook.SetAsync(browser, flood, "var quiet = 1;");
        var tab = await served.OpenAsync();
        await Expect(tab.Page.Locator("#session")).ToHaveTextAsync("idle", new() { Timeout = 60_000 });

        await tab.SelectAsync(0);
        await tab.PressAsync("Control+Enter");
        await Expect(tab.Outputs(0).Locator(".output").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await tab.WriteAsync(1, "");
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < 20; i++)
        {
            var clock = Stopwatch.StartNew();
            await tab.TypeAsync($"{i % 10}");
            await Expect(tab.Cell(1).Locator(".view-lines")).ToContainTextAsync($"{i % 10}");
            slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
        }

        var stopping = Stopwatch.StartNew();
        if (endless)
        {
            await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Interrupt" }).ClickAsync();
        }

        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", endless ? "failed" : "done", new() { Timeout = 120_000 });
        stopping.Stop();
        await tab.PressAsync("Control+s");
        await tab.SavedAsync();
        Assert.InRange(new FileInfo(served.Path).Length, 1, FileLimit);

        var opening = Stopwatch.StartNew();
        await tab.Page.ReloadAsync();
        await Expect(tab.Outputs(0).Locator(".output").First).ToBeVisibleAsync();
        TestContext.Current.SendDiagnosticMessage($"{flood}: key {slowest}, stop {stopping.Elapsed}, open {opening.Elapsed}, file {new FileInfo(served.Path).Length}");
        Assert.Empty(tab.Faults);
    }

    [Fact]
    public async Task A_notebook_that_is_too_big_already_opens_says_so_and_keeps_what_it_holds_until_that_is_cleared()
    {
        const int lines = 1_300_000;
        var notebook = WrittenNotebook.Of("while (true) Console.WriteLine(\"OK\");", "1");
        notebook["cells"]![0]!["outputs"]!.AsArray().Add(new JsonObject
        {
            ["name"] = "stdout",
            ["output_type"] = "stream",
            ["text"] = new JsonArray([.. Enumerable.Range(0, lines).Select(i => (JsonNode)$"OK {i}\n")]),
        });
        await using var served = await ServedNotebook.SetAsync(browser, notebook);
        var before = new FileInfo(served.Path).Length;

        var tab = await served.OpenAsync();
        await Expect(tab.Outputs(0)).ToContainTextAsync("1,290,000 more lines");
        await Expect(tab.Outputs(0)).ToContainTextAsync($"OK {lines - 1}");
        await tab.WriteAsync(1, "2");
        await tab.PressAsync("Control+s");
        await tab.SavedAsync();
        Assert.InRange(new FileInfo(served.Path).Length, before / 2, long.MaxValue);

        await tab.Cell(0).HoverAsync();
        await tab.Cell(0).GetByRole(AriaRole.Button, new() { Name = "Clear the outputs" }).ClickAsync();
        await Expect(tab.Outputs(0)).ToHaveCountAsync(0);
        await tab.PressAsync("Control+s");
        await tab.SavedAsync();
        Assert.InRange(new FileInfo(served.Path).Length, 1, 10_000);
    }

    [Fact]
    public async Task Long_outputs_have_a_scroll_bar_follow_what_is_written_and_can_be_collapsed()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "for (var i = 0; i < 500; i++) { Console.WriteLine(i); Thread.Sleep(2); } Console.ReadLine();");
        var tab = await served.OpenAsync();

        await tab.PressAsync("Control+Enter");
        await Expect(tab.Outputs(0)).ToContainTextAsync("499", new() { Timeout = 60_000 });
        Assert.True(await tab.Outputs(0).EvaluateAsync<bool>("it => it.clientHeight < it.scrollHeight && it.clientHeight < 700"));
        await Expect(tab.Outputs(0).GetByRole(AriaRole.Button, new() { Name = "Send" })).ToBeInViewportAsync();

        await tab.SelectAsync(0);
        await tab.PressAsync("o");
        await Expect(tab.Outputs(0).Locator("pre")).ToBeHiddenAsync();
        await tab.PressAsync("o");
        await Expect(tab.Outputs(0).Locator("pre")).ToBeVisibleAsync();
    }
}
