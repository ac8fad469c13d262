using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Course.Tests.Book;

[Collection(BookTests.Name)]
public sealed class ReadingPages(ReadyBook book)
{
    [Theory, MemberData(nameof(ReadyBook.Addresses), MemberType = typeof(ReadyBook))]
    public async Task Every_chart_draws_every_formula_shows_and_no_request_leaves_the_machine(string address)
    {
        var errors = new List<string>();
        var (page, elsewhere) = await book.OpenAsync(address);
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, message) => errors.AddRange(message.Type == "error" ? [message.Text] : []);

        await page.EvaluateAsync("() => document.querySelectorAll('details.answer').forEach((answer) => answer.open = true)");
        foreach (var chart in await page.Locator(".plotly-chart").AllAsync())
        {
            await chart.ScrollIntoViewIfNeededAsync();
            await Assertions.Expect(chart.Locator(".plot :is(.trace, .hm, .point)").First).ToBeAttachedAsync();
        }

        Assert.Empty(await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("main math")].filter(math => {
              const { width, height } = math.getBoundingClientRect();
              return width < 2 || height < 5;
            }).map(math => math.textContent)
            """));
        Assert.Equal(0, await page.Locator(".formula-error").CountAsync());
        Assert.Empty(elsewhere);
        Assert.Empty(errors);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("08-attention.html")]
    [InlineData("glossary.html")]
    [InlineData("course-map.html")]
    [InlineData("solutions/04-lstm-gates.html")]
    public async Task On_a_phone_only_parts_scroll_sideways(string address)
    {
        var (page, _) = await book.OpenAsync(address, width: 390);

        Assert.Equal(390, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Charts_fit_a_phone_and_keep_their_words()
    {
        var (page, _) = await book.OpenAsync("08-attention.html", width: 390);
        var chart = page.Locator(".plotly-chart").First;
        await chart.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(chart.Locator(".gtitle")).ToBeVisibleAsync();

        Assert.Empty(await chart.EvaluateAsync<string[]>(
            """
            chart => [...chart.querySelectorAll(".main-svg text")].filter(text => {
              const box = text.getBoundingClientRect();
              return box.left < -1 || box.right > 391;
            }).map(text => text.textContent)
            """));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_button_turns_the_theme_round_charts_follow_and_the_next_page_remembers()
    {
        var (page, _) = await book.OpenAsync("08-attention.html");
        var title = page.Locator(".plotly-chart .xtitle").First;
        await page.Locator(".plotly-chart").First.ScrollIntoViewIfNeededAsync();
        var before = await title.EvaluateAsync<string>("title => getComputedStyle(title).fill");

        await page.GetByRole(AriaRole.Button, new() { Name = "Dark or light" }).ClickAsync();
        await Assertions.Expect(title).Not.ToHaveCSSAsync("fill", before);
        await page.GetByRole(AriaRole.Link, new() { Name = "The road to Transformers →" }).ClickAsync();

        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("The road to Transformers");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_search_is_reached_by_a_key_and_leads_to_a_term_of_the_glossary()
    {
        var (page, _) = await book.OpenAsync("solutions/08-attention.html");

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("beam sea");
        var first = page.Locator(".found a").First;
        await Assertions.Expect(first).ToContainTextAsync("beam search · Glossary");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(first).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/glossary\.html#text-term-beam-search$"));
        await Assertions.Expect(page.Locator("tr:target")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_search_for_what_is_not_there_says_so_and_markup_in_it_is_text()
    {
        var (page, _) = await book.OpenAsync("index.html");

        await page.GetByRole(AriaRole.Searchbox).FillAsync("<b>zebra");

        await Assertions.Expect(page.Locator(".found")).ToHaveTextAsync("Nothing found.");
        await page.Context.CloseAsync();
    }
}
