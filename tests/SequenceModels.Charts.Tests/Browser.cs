using Microsoft.Playwright;

namespace SequenceModels.Charts.Tests;

/// <summary>A headless Chromium for the tests that look at a page. Without it they are skipped, but not in CI.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    static Browser() => Assertions.SetDefaultExpectTimeout(60_000); // plotly.js takes its time on a busy machine

    public async ValueTask InitializeAsync()
    {
        if (File.Exists(Executable))
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(
                new() { ExecutablePath = Executable, Args = ["--no-sandbox"] });
        }
    }

    /// <summary>A page with this body, in a browser that has no network.</summary>
    public async Task<IPage> OpenAsync(string body, int width = 800)
    {
        var ci = Environment.GetEnvironmentVariable("CI") == "true";
        Assert.SkipWhen(_browser is null && !ci, $"There is no {Executable}.");
        Assert.True(_browser is not null, $"There is no {Executable}, and in CI this test must run.");

        var context = await _browser.NewContextAsync(
            new() { Offline = true, ViewportSize = new() { Width = width, Height = 700 } });
        var page = await context.NewPageAsync();
        await page.SetContentAsync($"<!doctype html><meta charset=\"utf-8\"><body>{body}</body>");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
    }
}
