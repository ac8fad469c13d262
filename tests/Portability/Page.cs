using Microsoft.Playwright;

namespace Portability;

/// <summary>The page that a machine serves, in a browser of this one.</summary>
internal static class Page
{
    private const float Patience = 30 * 60 * 1000; // milliseconds; emulated code is up to fifty times slower

    /// <summary>Opens a lesson, runs all of it, and saves it.</summary>
    public static async Task RunAllAsync(Shell shell, Build build, string lesson)
    {
        using var server = shell.Start(build.Course, build.Program, "open", lesson, "--no-browser");
        try
        {
            var address = "";
            while (!address.StartsWith("http", StringComparison.Ordinal))
            {
                address = (await server.StandardOutput.ReadLineAsync())?.Trim() ?? throw new TryFailed(await server.StandardError.ReadToEndAsync());
            }

            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
            var page = await browser.NewPageAsync();
            page.SetDefaultTimeout(Patience);
            Assertions.SetDefaultExpectTimeout(Patience);
            await page.GotoAsync(address);
            await Assertions.Expect(page.Locator("[data-cell][tabindex='0']")).ToHaveCountAsync(1); // its scripts listen
            await page.GetByRole(AriaRole.Button, new() { Name = "Restart and run all" }).ClickAsync();
            await Assertions.Expect(page.Locator("[data-kind='code']").Last).ToHaveAttributeAsync("data-status", "done");
            await page.Keyboard.PressAsync("Control+s");
            await Assertions.Expect(page.Locator("#saving")).ToHaveTextAsync("saved");
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }
}
