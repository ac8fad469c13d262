using System.Text.Encodings.Web;
using System.Text.Json;
using Course.Store;
using Files;
using NotebookPage.Components;
using NotebookPage.Rendering;
using NotebookSession.Documents;
using SequenceModels.Charts;
using PageAssets = NotebookPage.Rendering.Assets;

namespace Course.Book;

/// <summary>
/// The live page as files: the same page that <c>open</c> serves, with C# in the browser itself.
/// <code>
///   BrowserProgram ─▶ SITE/live ◀─ the page's assets, plotly.js, Monaco; notebooks, texts, pictures, data, course.json
/// </code>
/// </summary>
internal static class LiveSite
{
    /// <summary>Where it lies in the site.</summary>
    public const string Folder = "live";

    private const string Notebooks = "notebooks", Index = "index.html";
    private static readonly string[] _pictures = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"];
    private static readonly JsonSerializerOptions _format = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it.</summary>
    /// <param name="course">The course's folder.</param>
    /// <param name="site">The site's folder.</param>
    /// <param name="stop">Stops the build.</param>
    /// <exception cref="UsageException">The program for browsers can't be built.</exception>
    public static async Task WriteAsync(string course, string site, CancellationToken stop)
    {
        var folder = Path.Combine(site, Folder);
        await BrowserProgram.WriteAsync(folder, stop).ConfigureAwait(false);
        foreach (var name in PageAssets.Names)
        {
            WriteText(folder, $"assets/{name}", PageAssets.Read(name));
        }

        using var plotly = PlotlyScript.Open();
        AtomicFile.Write(Path.Combine(folder, "assets", "plotly.js"), plotly);
        Folders.Add(Path.Combine(AppContext.BaseDirectory, "wwwroot", "monaco"), Path.Combine(folder, "monaco"));
        WriteCourse(course, folder);
    }

    private static void WriteCourse(string course, string folder)
    {
        var notebooks = new NotebookFolder(course);
        var lessons = notebooks.Lessons().Where(lesson => lesson.Problem is null).ToList();
        var texts = notebooks.Texts().Where(text => text.Problem is null).ToList();
        List<string> shown = [.. lessons.Select(lesson => lesson.Name), .. lessons.Select(lesson => lesson.Solution).OfType<string>(), .. texts.Select(text => text.Name)];
        List<string> files = [Syllabus.Of(course).Setup, .. FilesIn(Path.Combine(course, "..", "data")).Select(file => $"../data/{file}")];
        foreach (var name in shown.Concat(files))
        {
            Folders.AddFile(Path.Combine(course, name), Path.Combine(folder, Notebooks, name));
        }

        foreach (var name in shown.Where(name => name.EndsWith(".ipynb", StringComparison.Ordinal)))
        {
            WriteText(folder, $"{Notebooks}/{name}{PrerenderedHtml.Ending}", JsonSerializer.Serialize(CellHtml.Prerender(Notebook.Read(Path.Combine(course, name)), name), _format));
        }

        foreach (var picture in Directory.GetFiles(course, "*", SearchOption.AllDirectories).Where(file => _pictures.Contains(Path.GetExtension(file))))
        {
            Folders.AddFile(picture, Path.Combine(folder, Path.GetRelativePath(course, picture)));
        }

        WriteText(folder, "course.json", JsonSerializer.Serialize(new
        {
            notebooks.Title,
            Lessons = lessons.Select(lesson => new { Entry = lesson, Place = notebooks.PlaceOf(lesson.Name) }),
            Texts = texts,
            Files = files,
        }, _format));
        WritePages(folder, shown);
    }

    // Each address has the page, one level deeper: a host of files knows no other way.
    private static void WritePages(string folder, IEnumerable<string> names)
    {
        var page = File.ReadAllText(Path.Combine(folder, Index));
        foreach (var name in names)
        {
            var up = string.Concat(name.Split('/').Select(_ => "../"));
            WriteText(folder, $"{name}/{Index}", page.Replace("<base href=\"./\">", $"<base href=\"{up}\">", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder).Select(path => Path.GetFileName(path)) : [];

    private static void WriteText(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.WriteText(path, text);
    }
}
