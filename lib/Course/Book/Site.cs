using Files;
using SequenceModels.Charts;
using PageAssets = NotebookPage.Rendering.Assets;

namespace Course.Book;

/// <summary>
/// The course as pages that need neither a server nor a network:
/// notebooks → <see cref="LessonPage"/> → <see cref="PageLayout"/> → files, with the search's index and the assets beside.
/// </summary>
public static class Site
{
    private const string Assets = "assets", Index = "search-index.js";

    /// <summary>Writes the book of executed notebooks.</summary>
    /// <param name="notebooks">The executed lessons, their solutions in <c>solutions/</c> below.</param>
    /// <param name="course">The course's folder, with its texts.</param>
    /// <param name="folder">Where the book goes. A book that is there is replaced.</param>
    /// <param name="provenance">When it was made, and of what.</param>
    /// <param name="isLive">Whether the live page will lie beside it.</param>
    /// <returns>The number of pages.</returns>
    /// <exception cref="BookException">A formula cannot be converted.</exception>
    /// <exception cref="UsageException">Something else is in that folder.</exception>
    public static int Write(string notebooks, string course, string folder, Provenance provenance, bool isLive = false)
    {
        var syllabus = Syllabus.Of(course);
        var lessons = Lessons(syllabus, notebooks, "");
        var solutions = Lessons(syllabus, Path.Combine(notebooks, "solutions"), "solutions/");
        var others = syllabus.Texts.Select(name => TextPages.Page(course, name)).ToList();
        var layout = new PageLayout(syllabus, [.. lessons.Select(lesson => lesson.Page)], [.. solutions.Select(lesson => lesson.Page)], others, provenance, isLive);
        var contents = ContentsPage.Of(syllabus, lessons, others, [.. solutions.Select(solution => solution.Page.Address)], isLive);
        List<BookPage> pages = [contents, .. layout.Lessons, .. others, .. layout.Solutions];

        Clear(folder);
        foreach (var page in pages)
        {
            WriteText(folder, page.File, layout.Html(page));
        }

        foreach (var name in new[] { "notebook.css", "diagram.css", "charts.js", "book.css", "book.js", "book-theme.js" })
        {
            WriteText(folder, $"{Assets}/{name}", name.StartsWith("book", StringComparison.Ordinal) ? PageAssets.Read(name, typeof(Site).Assembly) : PageAssets.Read(name));
        }

        WriteText(folder, $"{Assets}/{Index}", SearchIndex.Script([.. layout.Lessons, .. others]));
        using var plotly = PlotlyScript.Open();
        AtomicFile.Write(Path.Combine(folder, Assets, "plotly.js"), plotly);
        return pages.Count;
    }

    private static List<LessonPage> Lessons(Syllabus course, string folder, string prefix)
    {
        var names = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.ipynb").Select(path => Path.GetFileNameWithoutExtension(path)) : [];
        return
        [
            .. course.InOrder(names.Order(StringComparer.Ordinal), name => name).Select(name => LessonPage.Of(
                Path.Combine(folder, name + ".ipynb"), $"{prefix}{name}.html", course.Lessons.FirstOrDefault(lesson => lesson.Name == name)?.Minutes)),
        ];
    }

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
