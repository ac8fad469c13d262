using System.Text.Json.Nodes;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

public sealed class ShowingOutputs(Chromium browser)
{
    private const string Attack = """<p>shown</p><script>window.hacked = 1</script><img src="data:," onerror="window.hacked = 2">""";

    [Fact]
    public async Task Text_comes_as_it_is_written_and_errors_name_the_line()
    {
        await using var served = await ServedNotebook.SetAsync(browser,
            "for (var i = 0; ; i++) { Console.WriteLine($\"line {i}\"); System.Threading.Thread.Sleep(100); }",
            "throw new InvalidOperationException(\"no good\");");
        var tab = await served.OpenAsync();

        await tab.PressAsync("Shift+Enter");
        await Expect(tab.Outputs(0)).ToContainTextAsync("line 3");
        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", "running");
        await tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Interrupt" }).ClickAsync();
        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", "failed");

        await tab.SelectAsync(1);
        await tab.PressAsync("Control+Enter");
        await Expect(tab.Outputs(1)).ToContainTextAsync("no good");
    }

    [Fact]
    public async Task A_chart_is_drawn_from_its_data()
    {
        var chart = new JsonObject
        {
            ["data"] = new JsonArray(new JsonObject { ["type"] = "bar", ["x"] = new JsonArray(1, 2), ["y"] = new JsonArray(3, 4) }),
            ["layout"] = new JsonObject { ["title"] = new JsonObject { ["text"] = "Two bars" } },
            ["config"] = new JsonObject(),
        };
        await using var served = await ServedNotebook.SetAsync(browser, Shown("application/vnd.plotly.v1+json", chart));
        var tab = await served.OpenAsync();

        await Expect(tab.Outputs(0).Locator("svg .bars .point")).ToHaveCountAsync(2);
        await Expect(tab.Outputs(0)).ToContainTextAsync("Two bars");
        Assert.Empty(tab.Faults);
    }

    [Fact]
    public async Task Scripts_in_an_untrusted_notebook_do_nothing_and_in_a_trusted_one_nothing_to_the_page()
    {
        var notebook = Shown("text/html", Attack);
        notebook["cells"]!.AsArray().Add(WrittenNotebook.Of("md:" + Attack)["cells"]![0]!.DeepClone());
        notebook["cells"]![1]!["id"] = "text";
        await using var served = await ServedNotebook.SetAsync(browser, notebook);
        var tab = await served.OpenAsync();

        await Expect(tab.Outputs(0)).ToContainTextAsync("shown");
        await Expect(tab.Cell(1)).ToContainTextAsync("shown");
        await Expect(tab.Page.Locator("[data-cell] script:not([type='application/json']), [onerror]")).ToHaveCountAsync(0);
        Assert.False(await tab.Page.EvaluateAsync<bool>("() => 'hacked' in window"));

        await tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Trust this notebook" }).ClickAsync();
        var frame = tab.Page.FrameLocator("iframe.framed");
        await Expect(frame.GetByText("shown")).ToBeVisibleAsync();
        Assert.True(await tab.Page.Frames[^1].EvaluateAsync<bool>("() => 'hacked' in window && window.origin === 'null'"));
        Assert.False(await tab.Page.EvaluateAsync<bool>("() => 'hacked' in window"));
    }

    [Theory]
    [InlineData("<style>#notebook, .toolbar { display: none }</style>")]
    [InlineData("<meta http-equiv=\"refresh\" content=\"0; url=/no-such-notebook.ipynb\">")]
    [InlineData("<style>p { position: fixed; inset: 0 }</style><p data-command=\"run-all\"></p>")]
    [InlineData("<div class=\"plotly-chart\"></div><style>* { display: none }</style><script>parent.document.body.remove()</script>")]
    [InlineData("<button data-command=\"run-all\" style=\"position: fixed; inset: 0; z-index: 99\"></button>")]
    public async Task What_a_trusted_output_holds_does_nothing_to_the_page_and_runs_no_cell(string html)
    {
        await using var served = await ServedNotebook.SetAsync(browser, Shown("text/html", html + "words"));
        var tab = await served.OpenAsync();
        await Expect(tab.Outputs(0)).ToContainTextAsync("words");
        await tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Trust this notebook" }).ClickAsync();
        await Expect(tab.Page.Locator("iframe.framed")).ToHaveCountAsync(1);

        await tab.Page.Locator("#lessons .course").ClickAsync(new() { Trial = true }); // it would fail, were anything over the link
        await tab.Page.Locator("iframe.framed").ClickAsync();
        await tab.Cell(0).Locator(".source").ClickAsync();

        await tab.PressAsync("Escape");
        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", "idle");
        Assert.Contains("/here.ipynb", tab.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_come_from_the_pages_own_buttons_alone()
    {
        await using var served = await ServedNotebook.SetAsync(browser, Shown("text/html", "<b>words</b>"));
        var tab = await served.OpenAsync();
        await tab.Outputs(0).Locator("b").EvaluateAsync("here => { here.innerHTML = '<button data-command=\"delete\">words</button>'; }"); // past the sanitizer

        await tab.Outputs(0).Locator("button").ClickAsync();
        await tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Add a cell" }).ClickAsync();

        await Expect(tab.Cells).ToHaveCountAsync(2);
    }

    private static JsonObject Shown(string type, JsonNode value)
    {
        var notebook = WrittenNotebook.Of("show");
        notebook["cells"]![0]!["outputs"]!.AsArray().Add(new JsonObject
        {
            ["output_type"] = "display_data",
            ["metadata"] = new JsonObject(),
            ["data"] = new JsonObject { [type] = value, ["text/plain"] = "words" },
        });
        return notebook;
    }
}
