using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

/// <summary>With the words of .NET's documentation, which a browser tab does not have.</summary>
public sealed class ExplainingNames(Chromium browser)
{
    [Fact]
    public async Task A_name_under_the_mouse_is_explained()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "1");
        var tab = await served.OpenAsync();
        await tab.WriteAsync(0, "Math.Sqrt(2)");

        var hover = tab.Page.Locator(".monaco-hover-content").Filter(new() { HasText = "double Sqrt(double d)" });
        for (var tries = 0; tries < 20 && await hover.CountAsync() == 0; tries++) // what is colored anew under the mouse is not told of until it moves
        {
            await tab.Page.Mouse.MoveAsync(0, 0);
            await tab.Cell(0).GetByText("Sqrt").HoverAsync();
            await Task.Delay(1500, TestContext.Current.CancellationToken);
        }

        await Expect(hover.First).ToContainTextAsync("square root");
    }

    [Fact]
    public async Task A_call_shows_the_parameter_that_is_being_written()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "1");
        var tab = await served.OpenAsync();

        await tab.WriteAsync(0, "");
        await tab.TypeAsync("Math.Pow(2, ");

        var help = tab.Page.Locator(".parameter-hints-widget");
        await Expect(help.Locator(".parameter.active")).ToHaveTextAsync("double y");
        await Expect(help).ToContainTextAsync("a power");
    }
}
