using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Course.Tests.Book;

[Collection(BookTests.Name)]
public sealed class Accessibility(ReadyBook book)
{
    public static TheoryData<string, ColorScheme, int> Views
    {
        get
        {
            var views = new TheoryData<string, ColorScheme, int>();
            foreach (var address in new[] { "index.html", "08-attention.html", "glossary.html", "course-map.html" })
            {
                views.Add(address, ColorScheme.Light, 1280);
                views.Add(address, ColorScheme.Dark, 1280);
                views.Add(address, ColorScheme.Light, 390);
            }

            return views;
        }
    }

    [Theory, MemberData(nameof(Views))]
    public async Task There_is_no_serious_fault(string address, ColorScheme scheme, int width)
    {
        var page = await book.OpenAsync(address, scheme: scheme, width: width);
        if (await page.Locator(".plotly-chart").CountAsync() > 0)
        {
            await page.EvaluateAsync("Charts.drawAll()");
            await Assertions.Expect(page.Locator(".plotly-chart:not(:has(.main-svg))")).ToHaveCountAsync(0);
        }

        var result = await page.RunAxe();

        Assert.Empty(result.Violations.Where(fault => fault.Impact is "serious" or "critical")
            .SelectMany(fault => fault.Nodes.Select(node => $"{fault.Id}: {fault.Help}: {node.Html}")));
        await page.Context.CloseAsync();
    }
}
