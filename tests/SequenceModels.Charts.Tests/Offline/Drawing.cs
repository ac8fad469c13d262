using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.Playwright;

namespace SequenceModels.Charts.Tests.Offline;

public sealed class Drawing(Browser browser) : IClassFixture<Browser>
{
    private const string XTitle = "svg .xtitle";

    private static readonly string Setup = OfflineCharts.Start().ToDisplayString("text/html");

    [Theory]
    [InlineData(800)]
    [InlineData(390)]
    public async Task Every_chart_is_drawn_without_a_network_and_no_text_is_cut_off(int width)
    {
        var page = await browser.OpenAsync(Setup + string.Concat(Pictures.All.Keys.Select(Html)), width);

        await Assertions.Expect(page.Locator(XTitle)).ToHaveCountAsync(Pictures.All.Count);
        Assert.Empty(await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('[data-chart]')].flatMap(chart => {
              const frame = chart.getBoundingClientRect();
              return [...chart.querySelectorAll('.main-svg text')].filter(text => {
                const box = text.getBoundingClientRect();
                return box.top < frame.top || box.bottom > frame.bottom
                  || box.left < frame.left || box.right > frame.right;
              }).map(text => `${chart.ariaLabel}: ${text.textContent}`);
            })
            """));
    }

    [Fact]
    public async Task A_chart_may_come_before_the_script_and_more_than_once()
    {
        var page = await browser.OpenAsync(Html("same bag") + Html("losses") + Html("same bag") + Setup);

        await Assertions.Expect(page.Locator(XTitle)).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task Require_js_on_the_page_does_not_get_in_the_way()
    {
        var page = await browser.OpenAsync(
            "<script>window.define = () => { throw 'not for us' }; define.amd = {}</script>" + Setup + Html("losses"));

        await Assertions.Expect(page.Locator(XTitle)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Text_takes_the_colour_of_the_page()
    {
        var page = await browser.OpenAsync("<style>* { color: rgb(221, 221, 221) }</style>" + Setup + Html("losses"));

        await Assertions.Expect(page.Locator(XTitle)).ToHaveCSSAsync("fill", "rgb(221, 221, 221)");
    }

    [Fact]
    public async Task Without_the_script_the_words_stay_and_a_note_says_what_to_do()
    {
        var page = await browser.OpenAsync(Html("same bag"));

        await Assertions.Expect(page.GetByText("The same bag")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("run the first cell")).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task On_a_dark_page_the_middle_of_a_scale_is_dark()
    {
        var page = await browser.OpenAsync("<style>* { color: rgb(221, 221, 221) }</style>" + Setup + Html("hidden states"));

        await Assertions.Expect(page.Locator(XTitle)).ToBeVisibleAsync();
        Assert.Equal("#2B303A", await page.EvaluateAsync<string>("() => document.querySelector('[data-chart]').data[0].colorscale[2][1]"));
    }

    private static string Html(string name) => Pictures.All[name]().ToDisplayString("text/html");
}
