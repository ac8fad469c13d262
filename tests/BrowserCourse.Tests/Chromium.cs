using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserCourse.Tests.Chromium))]

namespace BrowserCourse.Tests;

/// <summary>A headless Chromium, one for all tests. Without it they are skipped, but not in CI.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (File.Exists(Executable))
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = ["--no-sandbox"] });
        }
    }

    /// <summary>A page of a browser profile of its own.</summary>
    public async Task<IPage> OpenAsync(string address)
    {
        var ci = Environment.GetEnvironmentVariable("CI") == "true";
        Assert.SkipWhen(_browser is null && !ci, $"There is no {Executable}.");
        Assert.True(_browser is not null, $"There is no {Executable}, and in CI this test must run.");

        var context = await _browser.NewContextAsync();
        context.SetDefaultTimeout(120_000); // the machine may be busy
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
    }
}
