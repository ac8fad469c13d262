using NotebookSession.Documents;

namespace Course.Authoring;

/// <summary>Makes all notebooks of the sources in a folder.</summary>
public static class Author
{
    /// <summary>Each notebook that <paramref name="folder"/>'s sources make, with the path where it belongs.</summary>
    /// <param name="folder">The notebooks' folder; the sources are in its <c>source/</c>.</param>
    /// <exception cref="LessonSourceException">A source cannot be understood, or there is none.</exception>
    public static IEnumerable<(string Path, Notebook Notebook)> Make(string folder)
    {
        var course = Sources(folder);
        return
            from lesson in course
            from edition in Edition.All
            let path = Path.GetFullPath(Path.Combine(folder, edition.Folder, lesson.Name + ".ipynb"))
            select (path, LessonNotebook.Make(course, lesson, edition, File.Exists(path) ? Notebook.Read(path) : null));
    }

    /// <summary>The notebook at <paramref name="path"/> as its source makes it, without outputs; null if no source makes it.</summary>
    /// <exception cref="LessonSourceException">A source cannot be understood.</exception>
    public static Notebook? Original(string folder, string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var edition = Edition.All.FirstOrDefault(edition => Paths.Same(Path.Combine(folder, edition.Folder, name + ".ipynb"), path));
        if (edition is null || !File.Exists(Path.Combine(folder, "source", name + ".md")))
        {
            return null;
        }

        var course = Sources(folder);
        return LessonNotebook.Make(course, course.Single(lesson => lesson.Name == name), edition);
    }

    // In the course's order; by name where there is none.
    private static List<LessonSource> Sources(string folder)
    {
        var source = Path.Combine(folder, "source");
        var files = Directory.Exists(source) ? Directory.GetFiles(source, "*.md") : [];
        return files.Length == 0
            ? throw new LessonSourceException($"{source}: no lesson sources (NN-title.md) there.")
            : [.. Syllabus.Of(folder).InOrder(files.Order(StringComparer.Ordinal), path => Path.GetFileNameWithoutExtension(path)).Select(LessonSource.Read)];
    }
}
