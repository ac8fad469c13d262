using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

/// <summary>What the page shows of cells, on the screen and on paper, and what it asks before that is gone.</summary>
public sealed class SeeingWhatThereIs(Chromium browser)
{
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

    [Fact]
    public async Task A_picture_beside_the_notebook_is_shown_and_no_other_file_is_given_away()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "md:![a pixel](images/a%20pixel.png)");
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(served.Path)!, "images")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "a pixel.png"), Convert.FromBase64String(Pixel), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "secret.txt"), "secret!", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Path.Combine(folder, "link.png"), Path.Combine(folder, "secret.txt"));
        var tab = await served.OpenAsync();

        await tab.Page.WaitForFunctionAsync("() => document.querySelector('.prose img').naturalWidth === 1");
        foreach (var other in (string[])["images/link.png", "images/secret.txt"])
        {
            Assert.DoesNotContain("secret!", await tab.Page.EvaluateAsync<string>(
                "async (at) => (await fetch(new URL(at, document.baseURI))).text()", other), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Restart_asks_once_cells_have_run_and_a_cell_tells_how_long_it_took()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "await Task.Delay(1200);", "var name = Console.ReadLine(); name");
        var tab = await served.OpenAsync(FarAway.SetAsync);
        var restart = tab.Page.GetByRole(AriaRole.Button, new() { Name = "Restart", Exact = true });

        await restart.First.ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await tab.SelectAsync(0);
        await tab.PressAsync("Control+Enter");
        await Expect(tab.Cell(0).Locator(".took")).ToContainTextAsync(" s");

        await tab.SelectAsync(1);
        await tab.PressAsync("Control+Enter");
        await tab.Outputs(1).GetByRole(AriaRole.Textbox).FillAsync("Ada");
        await tab.PressAsync("Enter");
        await Expect(tab.Outputs(1)).ToContainTextAsync("Ada");
        await Expect(tab.Cell(1)).ToBeFocusedAsync();

        await restart.First.ClickAsync();
        await tab.PressAsync("Escape");
        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", "done");
        await restart.First.ClickAsync();
        await tab.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Restart" }).ClickAsync();
        await Expect(tab.Cell(0)).ToHaveAttributeAsync("data-status", "idle");
    }

    [Fact]
    public async Task A_long_error_wraps_and_paper_shows_the_cells_alone()
    {
        await using var served = await ServedNotebook.SetAsync(browser, $"throw new Exception(\"{new string('x', 300)} and the hint\");");
        var tab = await served.OpenAsync();
        await tab.PressAsync("Control+Enter");
        await Expect(tab.Outputs(0)).ToContainTextAsync("and the hint");

        Assert.True(await FitsAsync(".outputs"));
        await tab.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(tab.Page.Locator(".toolbar")).ToBeHiddenAsync();
        await Expect(tab.Page.Locator("#lessons")).ToBeHiddenAsync();
        Assert.True(await FitsAsync(".plain"));

        Task<bool> FitsAsync(string what) =>
            tab.Page.EvaluateAsync<bool>("(what) => { const { scrollWidth, clientWidth } = document.querySelector(what); return scrollWidth <= clientWidth; }", what);
    }
}
