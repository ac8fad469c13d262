using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

public sealed class NamesInAddresses(Chromium browser)
{
    [Theory]
    [InlineData("C# intro.ipynb")]
    [InlineData("what? 100 % sure.ipynb")]
    [InlineData("Übung für Łukasz & 学生.ipynb")]
    public async Task A_notebook_of_any_name_opens_by_the_printed_address_and_by_its_link_in_the_list(string name)
    {
        using var folder = new CourseFolder("printing.ipynb", "fine.ipynb");
        File.Move(folder["fine.ipynb"], folder[name]);
        await using var server = await Server.StartAsync(folder.Path, name);
        var (context, _) = await browser.NewAsync();
        await using var closing = context;
        var page = await context.NewPageAsync();

        await page.GotoAsync(server.Address.AbsoluteUri);
        await Expect(page.Locator("[data-cell]").First).ToBeVisibleAsync();
        await page.Locator("#lessons a[href='./printing.ipynb']").ClickAsync();
        await Expect(page.Locator("#lessons a[aria-current]")).ToHaveAttributeAsync("href", "./printing.ipynb");
        await page.Locator("#lessons li a:not([aria-current])").ClickAsync();

        await Expect(page.Locator("#lessons a[aria-current]")).ToHaveAttributeAsync("href", $"./{Uri.EscapeDataString(name)}");
        await Expect(page.Locator("[data-cell]").First).ToBeVisibleAsync();
    }
}
