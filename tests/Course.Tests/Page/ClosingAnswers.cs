using System.Text.Json.Nodes;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

public sealed class ClosingAnswers(Chromium browser)
{
    [Fact]
    public async Task What_the_file_shows_of_an_answer_is_closed_until_it_is_opened_or_its_cell_runs()
    {
        var notebook = WrittenNotebook.Of("int? guess = null;", "Console.WriteLine(\"it is 42\");");
        var answer = notebook["cells"]![1]!;
        answer["metadata"] = new JsonObject { ["tags"] = new JsonArray("answer") };
        answer["outputs"] = new JsonArray(new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = "it is 41\n" });
        await using var served = await ServedNotebook.SetAsync(browser, notebook);
        var tab = await served.OpenAsync();

        await Expect(tab.Outputs(1)).ToBeHiddenAsync();
        await tab.Cell(1).Locator("summary").ClickAsync();
        await Expect(tab.Outputs(1)).ToContainTextAsync("it is 41");
        await Expect(tab.Outputs(1)).ToBeVisibleAsync();
        await tab.Cell(1).Locator("summary").ClickAsync();
        await Expect(tab.Outputs(1)).ToBeHiddenAsync();

        await tab.SelectAsync(1);
        await tab.PressAsync("Control+Enter");
        await Expect(tab.Outputs(1)).ToContainTextAsync("it is 42");
        await Expect(tab.Outputs(1)).ToBeVisibleAsync();
        await Expect(tab.Cell(1).Locator("summary")).ToHaveCountAsync(0);
    }
}
