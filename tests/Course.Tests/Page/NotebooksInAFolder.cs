using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

public sealed class NotebooksInAFolder(Chromium browser)
{
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

    [Fact]
    public async Task Two_tabs_stay_in_step()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "1", "2");
        var (left, right) = (await served.OpenAsync(), await served.OpenAsync());

        await right.SelectAsync(0);
        await right.PressAsync("Enter");
        await Expect(right.Cell(0).Locator(".monaco-editor.focused")).ToBeVisibleAsync();
        await left.WriteAsync(0, "var left = 6 * 7; left");
        await Expect(right.Cell(0)).ToContainTextAsync("var left = 6 * 7; left");
        await left.PressAsync("Control+Enter");
        await Expect(right.Outputs(0)).ToHaveTextAsync("42");

        await right.PressAsync("Escape");
        await right.PressAsync("b");
        await Expect(left.Cells).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task A_lesson_is_reset_after_a_question_and_the_own_version_comes_back()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "mine");
        var source = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(served.Path)!, "source"));
        await File.WriteAllTextAsync(Path.Combine(source.FullName, "here.md"), "# Title\n\n```csharp {#sum}\n40 + 2\n```\n", TestContext.Current.CancellationToken);
        var tab = await served.OpenAsync();

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Reset the lesson" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(tab.Cell(0)).ToContainTextAsync("mine");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Reset the lesson" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Reset", Exact = true }).ClickAsync();
        await Expect(tab.Cell(0)).ToContainTextAsync("Title");
        await Expect(tab.Cell(1)).ToContainTextAsync("40 + 2");

        await tab.SelectAsync(0);
        await tab.PressAsync("z");
        await Expect(tab.Cell(0)).ToContainTextAsync("mine");
        await Expect(tab.Cells).ToHaveCountAsync(1);
    }

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
}
