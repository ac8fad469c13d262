using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.Playwright;

namespace SequenceModels.Charts.Tests.Diagrams;

public sealed class ChoosingWords(Browser browser) : IClassFixture<Browser>
{
    private const string Shown = "form => [...form.querySelectorAll('svg tspan')].filter(span => span.getClientRects().length).length";

    [Theory, MemberData(nameof(Drawn.Names), MemberType = typeof(Drawn))]
    public async Task Each_word_shows_its_own_numbers_and_says_them(string name)
    {
        var diagram = Drawn.All[name]();
        var page = await browser.OpenAsync(diagram.ToDisplayString("text/html"));
        for (var word = 0; word < diagram.Words.Count; word++)
        {
            await page.Locator("label").Nth(word).ClickAsync();

            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(diagram.Told[word], new() { UseInnerText = true });
            var values = await page.Locator($"svg .value .w{word + 1}").AllTextContentsAsync();
            Assert.NotEmpty(values);
            Assert.All(values, value => float.Parse(value.Replace('−', '-'), CultureInfo.InvariantCulture));
            Assert.Equal(
                await page.Locator($"svg tspan.w{word + 1}").CountAsync(), await page.Locator("form").EvaluateAsync<int>(Shown));
        }
    }

    [Theory, MemberData(nameof(Drawn.Names), MemberType = typeof(Drawn))]
    public async Task Two_diagrams_on_a_page_do_not_choose_for_each_other(string name)
    {
        var html = Drawn.All[name]().ToDisplayString("text/html");
        var page = await browser.OpenAsync(html + html);
        await page.Locator("label").First.ClickAsync();

        var isFirst = await page.EvaluateAsync<bool[]>("[...document.forms].map(form => form.querySelector('input').checked)");
        Assert.Equal([true, false], isFirst);
        Assert.Equal(2, await page.Locator(":checked").CountAsync());
        Assert.Equal(0, await page.Locator("[id]").CountAsync());
    }

    [Fact]
    public async Task The_keyboard_chooses_and_Enter_sends_nothing()
    {
        var page = await browser.OpenAsync(Drawn.All["LSTM"]().ToHtml());
        await page.EvaluateAsync("window.stays = true");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("input").Nth(2)).ToBeCheckedAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.stays"));
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Everyone_can_read_them_on_any_page(ColorScheme scheme, int width)
    {
        var page = await browser.OpenAsync(
            "<title>x</title><style>body { color: CanvasText; background: Canvas; color-scheme: light dark }</style>"
            + $"<main><h1>x</h1>{string.Concat(Drawn.All.Values.Select(draw => draw().ToHtml()))}</main>");
        await page.EvaluateAsync("document.documentElement.lang = 'en'");
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.SetViewportSizeAsync(width, 800);

        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Where(fault => fault.Impact is "serious" or "critical").Select(fault => fault.Help));
        Assert.Empty(await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('svg text')].filter(text => {
              const [box, frame] = [text.getBoundingClientRect(), text.ownerSVGElement.getBoundingClientRect()];
              return box.width && (box.left < frame.left - 1 || box.right > frame.right + 1
                || box.top < frame.top - 1 || box.bottom > frame.bottom + 1 || box.height < 10);
            }).map(text => text.textContent)
            """));
    }
}
