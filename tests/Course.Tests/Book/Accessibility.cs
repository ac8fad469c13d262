using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Course.Tests.Book;

[Collection(BookTests.Name)]
public sealed class Accessibility(ReadyBook book)
{
    public static TheoryData<string, bool, int> Views
    {
        get
        {
            var views = new TheoryData<string, bool, int>();
            foreach (var address in new[] { "index.html", "08-attention.html", "glossary.html", "course-map.html" })
            {
                views.Add(address, false, 1280);
                views.Add(address, true, 1280);
                views.Add(address, false, 390);
            }

            return views;
        }
    }

    [Theory, MemberData(nameof(Views))]
    public async Task There_is_no_serious_fault(string address, bool dark, int width)
    {
        var (page, _) = await book.OpenAsync(address, dark, width);
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
