using Files;
using SequenceModels.Charts;

namespace Course.Book;

/// <summary>
/// The course as pages that need neither a server nor a network:
/// notebooks → <see cref="LessonPage"/> → <see cref="PageLayout"/> → files, with the search's index and the assets beside.
/// </summary>
public static class Site
{
    /// <summary>The course's name.</summary>
    public const string Title = "Recurrent networks and the road to attention";

    private const string Assets = "assets", Index = "search-index.js";

    /// <summary>Writes the book of executed notebooks.</summary>
    /// <param name="notebooks">The executed lessons, their solutions in <c>solutions/</c> below.</param>
    /// <param name="texts">The folder with the course map, the glossary and the page for instructors.</param>
    /// <param name="folder">Where the book goes. A book that is there is replaced.</param>
    /// <param name="imprint">When it was made, and of what.</param>
    /// <returns>The number of pages.</returns>
    /// <exception cref="BookException">A formula cannot be converted.</exception>
    /// <exception cref="UsageException">Something else is in that folder.</exception>
    public static int Write(string notebooks, string texts, string folder, Imprint imprint)
    {
        var lessons = Lessons(notebooks, "");
        var solutions = Lessons(Path.Combine(notebooks, "solutions"), "solutions/");
        var others = Texts.Names.Select(name => Texts.Page(texts, name)).ToList();
        var layout = new PageLayout([.. lessons.Select(lesson => lesson.Page)], [.. solutions.Select(lesson => lesson.Page)], others, imprint);
        var contents = ContentsPage.Of(lessons, others);
        List<BookPage> pages = [contents, .. layout.Lessons, .. others, .. layout.Solutions];

        Clear(folder);
        foreach (var page in pages)
        {
            WriteText(folder, page.File, layout.Html(page));
        }

        foreach (var name in new[] { "notebook.css", "charts.js", "book.css", "book.js", "book-theme.js" })
        {
            WriteText(folder, $"{Assets}/{name}", Rendering.Assets.Read(name));
        }

        WriteText(folder, $"{Assets}/{Index}", SearchIndex.Script([.. layout.Lessons, .. others]));
        using var plotly = PlotlyScript.Open();
        AtomicFile.Write(Path.Combine(folder, Assets, "plotly.js"), plotly);
        return pages.Count;
    }

    private static List<LessonPage> Lessons(string folder, string prefix) => [.. Directory.GetFiles(folder, "*.ipynb")
        .Order(StringComparer.Ordinal)
        .Select(path => LessonPage.Of(path, $"{prefix}{Path.GetFileNameWithoutExtension(path)}.html"))];

    private static void Clear(string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            if (!File.Exists(Path.Combine(folder, Assets, Index)))
            {
                throw new UsageException($"{folder}: something else is in this folder; name an empty one, or one that is not there yet");
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    private static void WriteText(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.WriteText(path, text);
    }
}
