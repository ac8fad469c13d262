using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BrowserCourse.Tests;
using Microsoft.Playwright;

namespace Course.Tests.Page;

/// <summary>A notebook that a browser keeps, and the site that shows it.</summary>
internal sealed class ServedNotebook : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _faults = [];
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _elsewhere;
    private readonly IPage _shelf;
    private readonly string _name;

    private ServedNotebook(IBrowserContext context, ConcurrentQueue<string> elsewhere, IPage shelf, string name) =>
        (_context, _elsewhere, _shelf, _name) = (context, elsewhere, shelf, name);

    /// <summary>The repository.</summary>
    public static string Root => Site.Root;

    /// <summary>The lessons of the lecture; those on real text, which train for long, run on the machine itself.</summary>
    public static string[] LessonsInCI => ["0", "10"];

    /// <summary>What the browser keeps; of a lesson that shows what it showed before, that is nothing, and the site's own holds.</summary>
    public JsonObject Json => JsonNode.Parse(Task.Run(() => ShelfAsync(
        "get('notebooks', name) ?? await (await fetch(`notebooks/${name}`)).text()", _name)).GetAwaiter().GetResult()!)!.AsObject();

    /// <summary>The texts that the browser keeps, from the top.</summary>
    public IEnumerable<string> SavedTexts => Json["cells"]!.AsArray().Select(cell => cell!["source"] is JsonArray lines
        ? string.Concat(lines.Select(line => line!.GetValue<string>()))
        : cell["source"]!.GetValue<string>());

    /// <summary>A notebook of these cells: code, or Markdown if it begins with "md:".</summary>
    public static Task<ServedNotebook> SetAsync(Chromium browser, params string[] cells) => SetAsync(browser, WrittenNotebook.Of(cells));

    public static async Task<ServedNotebook> SetAsync(Chromium browser, JsonObject notebook, bool dark = false, int width = 1280)
    {
        var served = await StartAsync(browser, "here.ipynb", dark, width);
        await served.ReplaceAsync(notebook);
        return served;
    }

    /// <summary>One of the site's own.</summary>
    public static Task<ServedNotebook> SetLessonAsync(Chromium browser, string lesson) => StartAsync(browser, lesson, dark: false, 1280);

    private static async Task<ServedNotebook> StartAsync(Chromium browser, string name, bool dark, int width)
    {
        var (context, elsewhere) = await browser.NewAsync(dark, width);
        var shelf = await context.NewPageAsync();
        await shelf.GotoAsync(Site.Shared.Address + "blank.html");
        await shelf.EvaluateAsync("""
            async () => {
              const { version } = await import('./site.js');
              await navigator.serviceWorker.register(`service-worker.js?version=${version}`);
              while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 20));
            }
            """);
        return new ServedNotebook(context, elsewhere, shelf, name);
    }

    /// <summary>Opens the notebook in a new tab, and waits until it can be used.</summary>
    /// <param name="prepare">What is done to the tab before.</param>
    public async Task<Tab> OpenAsync(Func<IPage, Task>? prepare = null)
    {
        var page = await _context.NewPageAsync();
        await (prepare?.Invoke(page) ?? Task.CompletedTask);
        page.Console += (_, message) => Note(message.Type == "error" ? message.Text : null);
        page.PageError += (_, error) => Note(error);
        await page.GotoAsync(Site.Shared.Address + _name);
        var tab = new Tab(page, _faults);
        await Assertions.Expect(tab.Selected).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#session")).ToHaveTextAsync("idle");
        return tab;
    }

    /// <summary>What another tab does that saves the notebook.</summary>
    public Task ReplaceAsync(JsonObject notebook) => PutAsync(_name, notebook);

    /// <summary>Puts a notebook beside it.</summary>
    public Task PutAsync(string name, JsonObject notebook) => ShelfAsync("put('notebooks', name, text)", name, notebook.ToJsonString());

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_elsewhere);
    }

    private async Task<string?> ShelfAsync(string call, string name, string? text = null) => await _shelf.EvaluateAsync<string?>(
        $$"""async ([name, text]) => { const { get, put } = await import('./shelf.js'); return `${await {{call}}}`; }""", new object?[] { name, text });

    private void Note(string? fault)
    {
        if (fault is not null)
        {
            _faults.Enqueue(fault);
        }
    }
}
