using System.Collections.Concurrent;
using Course.Tests.Page;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Course.Tests.Page;

/// <summary>A headless Chromium, one for all tests. Without it they are skipped, but not in CI.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    static Chromium() => Assertions.SetDefaultExpectTimeout(60_000); // the machine may be busy

    public async ValueTask InitializeAsync()
    {
        if (File.Exists(Executable))
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"] });
        }
    }

    /// <summary>A browser profile of its own, whose requests beyond this machine lead nowhere, and are remembered.</summary>
    public async Task<(IBrowserContext Context, ConcurrentQueue<string> Elsewhere)> NewAsync(bool dark = false, int width = 1280, int height = 900)
    {
        var ci = Environment.GetEnvironmentVariable("CI") == "true";
        Assert.SkipWhen(_browser is null && !ci, $"There is no {Executable}.");
        Assert.True(_browser is not null, $"There is no {Executable}, and in CI this test must run.");

        var elsewhere = new ConcurrentQueue<string>();
        var context = await _browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(120_000); // the machine may be busy
        context.Request += (_, request) =>
        {
            if (new Uri(request.Url).Host is not ("127.0.0.1" or ""))
            {
                elsewhere.Enqueue(request.Url);
            }
        };
        return (context, elsewhere);
    }

    /// <summary>A page in a profile of its own.</summary>
    public async Task<IPage> OpenAsync(string address)
    {
        var page = await (await NewAsync()).Context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
    }
}
