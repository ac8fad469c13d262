using System.Net.Http.Json;
using BrowserCourse.Worker;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using Microsoft.JSInterop;
using NotebookPage;
using NotebookPage.Components;
using NotebookPage.Live;

namespace BrowserCourse.Page;

/// <summary>The program in a tab: the page, whose sessions run in workers.</summary>
internal static class PageStart
{
    /// <summary>Runs the page for as long as the tab is there.</summary>
    public static async Task RunAsync(string[] args)
    {
        OpenNotebooks? notebooks = null;
        TabHost? tab = null;
        var builder = WebAssemblyHostBuilder.CreateDefault(args);
        builder.RootComponents.Add<Routes>("#page");
        builder.RootComponents.Add<HeadOutlet>("head::after");
        builder.Services.AddSingleton(_ => notebooks!).AddSingleton<IPageHost>(_ => tab!);
        await using var host = builder.Build();

        var scripts = host.Services.GetRequiredService<IJSRuntime>();
        using var http = new HttpClient { BaseAddress = new Uri(builder.HostEnvironment.BaseAddress) };
        var index = (await http.GetFromJsonAsync(SiteIndex.FileName, SiteJson.Default.SiteIndex).ConfigureAwait(false))!;
        var script = await ImportAsync(scripts, "shelf.js").ConfigureAwait(false);
        var shelf = new Shelf(script);
        var files = new SiteFiles(http);
        tab = new TabHost(http.BaseAddress, files.Prerendered, await ImportAsync(scripts, "frames.js").ConfigureAwait(false));
        var course = new SiteCourse(index, files, shelf, await OwnAsync(index, shelf).ConfigureAwait(false));
        notebooks = new OpenNotebooks(course, index.Lessons[0].Entry.Name, new LiveOptions(notebook => Start(index, http.BaseAddress, notebook))
        {
            Clipboard = new BrowserClipboard(script),
        });
        await WorkerSession.LoadAsync().ConfigureAwait(false);
        await host.RunAsync().ConfigureAwait(false);
    }

    // Cells see the site's folders below /course.
    private static WorkerSession Start(SiteIndex index, Uri site, string notebook)
    {
        var notebooks = $"/course/{SiteCourse.Folder}";
        var files = index.Files.ToDictionary(
            file => Path.GetFullPath(Path.Combine(notebooks, file)), file => new Uri(site, $"{SiteCourse.Folder}/{file}").AbsoluteUri);
        return new WorkerSession(Path.GetDirectoryName(Path.Combine(notebooks, notebook))!, files, (_, _) => { });
    }

    private static async Task<IJSInProcessObjectReference> ImportAsync(IJSRuntime scripts, string name) =>
        (IJSInProcessObjectReference)await scripts.InvokeAsync<IJSObjectReference>("import", $"./{name}").ConfigureAwait(false);

    // What is kept here and isn't a lesson.
    private static async Task<IEnumerable<string>> OwnAsync(SiteIndex index, Shelf shelf) =>
        (await shelf.NamesAsync(Shelf.Notebooks).ConfigureAwait(false))
            .Except(index.Lessons.SelectMany(lesson => new[] { lesson.Entry.Name, lesson.Entry.Solution }).OfType<string>());
}
