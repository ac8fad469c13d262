using System.Collections.Concurrent;
using Course.Book;
using Course.Tests.Page;
using Microsoft.Playwright;

namespace Course.Tests.Book;

/// <summary>The book of the committed notebooks, opened in a Chromium that may fetch nothing.</summary>
public sealed class ReadyBook : IDisposable
{
    private readonly Chromium _browser;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("book-");

    public static string Notebooks { get; } = Path.Combine(CourseCommand.Root, "notebooks");

    /// <summary>The pages' addresses, as the notebooks' names tell them.</summary>
    public static TheoryData<string> Addresses =>
    [
        "index.html", "course-map.html", "glossary.html", "references.html", "instructors.html", "exam.html", "jupyterhub.html",
        .. Names(Notebooks), .. Names(Path.Combine(Notebooks, "solutions")).Select(name => $"solutions/{name}"),
    ];

    public string Folder => _folder.FullName;

    public ReadyBook(Chromium browser)
    {
        _browser = browser;
        Site.Write(Notebooks, Notebooks, Folder, new Provenance(new DateTimeOffset(2026, 2, 3, 4, 5, 0, TimeSpan.Zero), "0f93db4", Changed: false));
    }

    /// <summary>Opens a page of the book from the disk. What it asks for elsewhere is refused, and remembered.</summary>
    public Task<(IPage Page, ConcurrentQueue<string> Elsewhere)> OpenAsync(string address, bool dark = false, int width = 1280) =>
        OpenFileAsync(Path.Combine(Folder, address), dark, width);

    /// <summary>Opens a page of another book.</summary>
    public async Task<(IPage Page, ConcurrentQueue<string> Elsewhere)> OpenFileAsync(string path, bool dark = false, int width = 1280)
    {
        var (context, elsewhere) = await _browser.NewAsync(dark, width);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        return (page, elsewhere);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<string> Names(string folder) => Directory.GetFiles(folder, "*.ipynb")
        .Order(StringComparer.Ordinal).Select(path => $"{Path.GetFileNameWithoutExtension(path)}.html");
}

/// <summary>The tests that share one book.</summary>
[CollectionDefinition(Name)]
public sealed class BookTests : ICollectionFixture<ReadyBook>
{
    public const string Name = "book";
}
