using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Course.Tests.Page;

/// <summary>A folder with a notebook, the server that shows it, and a browser; gone after the test.</summary>
internal sealed class ServedNotebook : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _faults = [];
    private readonly string _folder;
    private readonly string _name;
    private readonly Action _delete;
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _elsewhere;

    private ServedNotebook(
        string folder, string name, Action delete, Server server, IBrowserContext context, ConcurrentQueue<string> elsewhere) =>
        (_folder, _name, _delete, Server, _context, _elsewhere) = (folder, name, delete, server, context, elsewhere);

    /// <summary>The repository.</summary>
    public static string Root => CourseCommand.Root;

    /// <summary>A short one, and those that no tab runs there.</summary>
    public static string[] LessonsInCI => ["02", "11", "12"];

    public Server Server { get; private set; }

    public string Path => System.IO.Path.Combine(_folder, _name);

    /// <summary>The texts in the file, from the top.</summary>
    public IEnumerable<string> SavedTexts => Json["cells"]!.AsArray().Select(cell => cell!["source"] is JsonArray lines
        ? string.Concat(lines.Select(line => line!.GetValue<string>()))
        : cell["source"]!.GetValue<string>());

    public JsonObject Json => JsonNode.Parse(File.ReadAllText(Path))!.AsObject();

    /// <summary>A notebook of these cells: code, or Markdown if it begins with "md:".</summary>
    public static Task<ServedNotebook> SetAsync(Chromium browser, params string[] cells) => SetAsync(browser, WrittenNotebook.Of(cells));

    public static async Task<ServedNotebook> SetAsync(Chromium browser, JsonObject notebook, bool dark = false, int width = 1280)
    {
        var folder = Directory.CreateTempSubdirectory("page-").FullName;
        await File.WriteAllTextAsync(System.IO.Path.Combine(folder, "here.ipynb"), notebook.ToJsonString(), TestContext.Current.CancellationToken);
        return await StartAsync(browser, folder, "here.ipynb", () => CourseFolder.Delete(folder), dark, width);
    }

    /// <summary>A lesson, in a copy.</summary>
    public static Task<ServedNotebook> SetLessonAsync(Chromium browser, string lesson)
    {
        var course = new CopiedCourse(lesson);
        return StartAsync(browser, course.Notebooks, lesson, course.Dispose, dark: false, 1280);
    }

    /// <summary>Opens the notebook in a new tab, and waits until it can be used.</summary>
    /// <param name="prepare">What is done to the tab before.</param>
    public async Task<Tab> OpenAsync(Func<IPage, Task>? prepare = null)
    {
        var page = await _context.NewPageAsync();
        await (prepare?.Invoke(page) ?? Task.CompletedTask);
        page.Console += (_, message) => Note(message.Type == "error" ? message.Text : null);
        page.PageError += (_, error) => Note(error);
        await page.GotoAsync(Server.Address.AbsoluteUri);
        var tab = new Tab(page, _faults);
        await Assertions.Expect(tab.Selected).ToHaveCountAsync(1);
        return tab;
    }

    /// <summary>Starts the server again, on the port that it had.</summary>
    public async Task StartAgainAsync() =>
        Server = await Server.StartAsync(_folder, "here.ipynb", "--port", $"{Server.Address.Port}");

    /// <summary>What another program does that writes the notebook.</summary>
    public Task ReplaceAsync(JsonObject notebook) => PutAsync(_name, notebook);

    /// <summary>Puts a notebook beside it.</summary>
    public Task PutAsync(string name, JsonObject notebook) =>
        File.WriteAllTextAsync(System.IO.Path.Combine(_folder, name), notebook.ToJsonString(), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await Server.DisposeAsync();
        _delete();
        Assert.Empty(_elsewhere);
    }

    private static async Task<ServedNotebook> StartAsync(
        Chromium browser, string folder, string name, Action delete, bool dark, int width)
    {
        var (context, elsewhere) = await browser.NewAsync(dark, width);
        return new ServedNotebook(folder, name, delete, await Server.StartAsync(folder, name), context, elsewhere);
    }

    private void Note(string? fault)
    {
        if (fault is not null)
        {
            _faults.Enqueue(fault);
        }
    }
}
