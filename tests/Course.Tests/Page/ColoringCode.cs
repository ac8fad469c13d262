using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

public sealed class ColoringCode(Chromium browser)
{
    private const string Code = "// a comment\nvar words = new List<string> { \"one\" };\nwords.Add(\"two\");\nif (words.Count > 2) Console.WriteLine(3.5);\n/* over\nlines */";

    [Fact]
    public async Task Code_has_the_same_colors_before_and_while_it_is_edited()
    {
        await using var served = await ServedNotebook.SetAsync(browser, Code);
        var tab = await served.OpenAsync();
        var before = await ColorsAsync(tab, ".plain");

        await tab.PressAsync("Enter");
        await Expect(tab.Cell(0).Locator(".monaco-editor.focused")).ToBeVisibleAsync();

        Assert.Equal(7, before.Select(letter => letter[2..]).Distinct().Count()); // keyword, string, number, comment, type, method, and the rest
        var edited = await ColorsAsync(tab, ".view-lines");
        for (var tries = 0; tries < 50 && !edited.SequenceEqual(before); tries++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            edited = await ColorsAsync(tab, ".view-lines");
        }

        Assert.Equal(before, edited);
    }

    // The color of each letter that can be seen, line by line as they stand.
    private static Task<string[]> ColorsAsync(Tab tab, string place) => tab.Page.EvaluateAsync<string[]>($$"""
        () => {
          const lines = [...document.querySelectorAll('{{place}} .view-line')].sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top));
          const letters = [];
          for (const root of lines.length > 0 ? lines : document.querySelectorAll('{{place}}')) {
            const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const color = getComputedStyle(walker.currentNode.parentElement).color;
              for (const letter of walker.currentNode.data) if (letter.trim() !== '') letters.push(letter + ' ' + color);
            }
          }
          return letters;
        }
        """);
}
