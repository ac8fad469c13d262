using NotebookSession.Documents;

namespace Course.Running;

/// <summary>Which notebooks are meant.</summary>
internal static class NotebookPaths
{
    /// <summary>The notebooks that <paramref name="paths"/> name: a folder means its notebooks; none means the lessons.</summary>
    /// <exception cref="UsageException">A path names no notebook.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> paths) =>
        [.. (paths.Count > 0 ? paths : [CourseFolder.Lessons()]).SelectMany(Find).Aggregate(new List<string>(), (found, path) => [.. found, .. found.Any(known => Paths.Same(known, path)) ? [] : (string[])[path]])];

    /// <summary>How a notebook is named to the user: from the current folder, if it is below.</summary>
    public static string Name(string path)
    {
        var here = Directory.GetCurrentDirectory();
        return Paths.IsBelow(here, path) ? Paths.From(here, path).Replace('\\', '/') : path;
    }

    /// <summary>Reads a notebook that a C# session can run.</summary>
    /// <exception cref="NotebookFormatException">It isn't a notebook, or is in another language.</exception>
    public static Notebook Read(string path)
    {
        var notebook = Notebook.Read(Name(path));
        return notebook.IsCSharp ? notebook
            : throw new NotebookFormatException(Name(path), $"a notebook in {notebook.Language}, expected C#");
    }

    private static IEnumerable<string> Find(string path)
    {
        if (!Directory.Exists(path))
        {
            return File.Exists(path) ? [Path.GetFullPath(path)] : throw new UsageException($"{path}: no such file or folder");
        }

        var files = Directory.GetFiles(path).Where(IsNotebook).Select(Path.GetFullPath).Order(StringComparer.Ordinal);
        var notebooks = Syllabus.Of(path).InOrder(files, file => Path.GetFileNameWithoutExtension(file)).ToList();
        return notebooks.Count > 0 ? notebooks : throw new UsageException($"{path}: no notebooks (*.ipynb, *.dib) in this folder");
    }

    private static bool IsNotebook(string path) => Path.GetExtension(path) is ".ipynb" or ".dib";
}
