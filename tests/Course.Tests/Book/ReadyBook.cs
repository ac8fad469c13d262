using Course.Book;
using Microsoft.Playwright;

namespace Course.Tests.Book;

/// <summary>The book of the committed notebooks, and a Chromium that opens it from the disk and may fetch nothing else.</summary>
public sealed class ReadyBook : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("book-");
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    static ReadyBook() => Assertions.SetDefaultExpectTimeout(60_000); // plotly.js takes its time on a busy machine

    public static string Notebooks { get; } = Path.Combine(CourseCommand.Root, "notebooks");

    /// <summary>The pages' addresses, as the notebooks' names tell them.</summary>
    public static TheoryData<string> Addresses =>
    [
        "index.html", "course-map.html", "glossary.html", "instructors.html", "jupyterhub.html",
        .. Names(Notebooks), .. Names(Path.Combine(Notebooks, "solutions")).Select(name => $"solutions/{name}"),
    ];

    public string Folder => _folder.FullName;

    public async ValueTask InitializeAsync()
    {
        Site.Write(Notebooks, Notebooks, Folder, new Imprint(new DateTimeOffset(2026, 2, 3, 4, 5, 0, TimeSpan.Zero), "0f93db4", Changed: false));
        if (File.Exists(Executable))
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = ["--no-sandbox"] });
        }
    }

    /// <summary>Opens a page of the book.</summary>
    /// <param name="address">Which.</param>
    /// <param name="requests">Takes the address of whatever the page asks for that is not on the disk.</param>
    /// <param name="scheme">Dark or light.</param>
    /// <param name="width">The window's, in pixels.</param>
    public async Task<IPage> OpenAsync(
        string address, ICollection<string>? requests = null, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        var ci = Environment.GetEnvironmentVariable("CI") == "true";
        Assert.SkipWhen(_browser is null && !ci, $"There is no {Executable}.");
        Assert.True(_browser is not null, $"There is no {Executable}, and in CI this test must run.");

        var context = await _browser.NewContextAsync(new()
        {
            Offline = true,
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = 900 },
        });
        await context.RouteAsync("**/*", async route =>
        {
            if (new Uri(route.Request.Url) is { Scheme: "file" or "data" or "blob" })
            {
                await route.ContinueAsync();
            }
            else
            {
                requests?.Add(route.Request.Url);
                await route.AbortAsync();
            }
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(Path.Combine(Folder, address)).AbsoluteUri);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
        _folder.Delete(recursive: true);
    }

    private static IEnumerable<string> Names(string folder) => Directory.GetFiles(folder, "*.ipynb")
        .Order(StringComparer.Ordinal).Select(path => $"{Path.GetFileNameWithoutExtension(path)}.html");
}

/// <summary>The tests that share one book.</summary>
[CollectionDefinition(Name)]
public sealed class BookTests : ICollectionFixture<ReadyBook>
{
    public const string Name = "book";
}
