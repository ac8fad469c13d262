using System.Collections.Concurrent;
using System.Text;
using Course.Live;
using Course.Live.Files;
using Course.Running;
using NotebookKernel.Documents;

namespace Course.Page;

/// <summary>What the page can show, and what of it is open.</summary>
/// <param name="folder">The notebooks that may be opened.</param>
/// <param name="start">The name of the one to begin with.</param>
public sealed class Desk(NotebookFolder folder, string start) : IAsyncDisposable
{
    private const string TextEnding = ".md";
    private const int LongestHeading = 500;

    private readonly OpenNotebooks _notebooks = new(folder);
    private readonly ConcurrentDictionary<string, OpenNotebook> _open = [];

    /// <summary>The folder with the course's notebooks.</summary>
    public string Folder => folder.Root;

    /// <summary>The name of the notebook to begin with.</summary>
    public string Start => start;

    /// <summary>The course, as its folder has it now.</summary>
    public Syllabus Course => folder.Course;

    /// <summary>The lessons, as they are on disk now.</summary>
    public IReadOnlyList<LessonEntry> Lessons() => folder.Lessons();

    /// <summary>The notebook of that name; null if there is none.</summary>
    public OpenNotebook? Open(string name)
    {
        var notebook = _notebooks.Open(name);
        if (notebook is not null)
        {
            _open[name] = notebook;
        }

        return notebook;
    }

    /// <summary>The notebook of that name as it is, if it is open.</summary>
    public NotebookView? Peek(string name) => _open.GetValueOrDefault(name)?.View;

    /// <summary>The folder's Markdown files: name and first heading, or why it can't be read.</summary>
    public IReadOnlyList<(string Name, string Title, string? Problem)> Texts() => [.. Course.InOrder(FolderFiles.In(folder.Root, TextEnding), file => Path.GetFileNameWithoutExtension(file.Path)).Select(file =>
    {
        var (title, problem) = file.Problem is null ? FolderFiles.Try(file.Path, Heading) : (null, file.Problem);
        return (Path.GetFileName(file.Path), title ?? Path.GetFileName(file.Path), problem);
    })];

    /// <summary>The text of one of them; null if there is none of that name.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    public string? Text(string name) => FolderFiles.In(folder.Root, TextEnding).FirstOrDefault(file => Path.GetFileName(file.Path) == name).Path is { } path
        ? Encoding.UTF8.GetString(PlainFile.Read(path)) : null;

    /// <summary>The desk for what the user named: a file, a course's folder, a lesson's name or its number.</summary>
    /// <exception cref="UsageException">There is no such notebook.</exception>
    public static Desk Find(string? notebook)
    {
        var file = File.Exists(notebook) ? Path.GetFullPath(notebook) : null;
        var other = Directory.Exists(notebook) ? Path.GetFullPath(notebook) : null;
        var root = file is null ? other ?? CourseFolder.Lessons()
            : CourseFolder.Find() is { } course && Paths.IsBelow(course, file) ? Path.Combine(course, "notebooks")
            : Path.GetDirectoryName(file)!;
        var folder = new NotebookFolder(root, file is null ? [] : [file]);
        if (file is not null)
        {
            NotebookPaths.Read(file); // a file that is no notebook is told here, not on the page
        }

        return new Desk(folder, (file is null ? Lesson(folder, other is null ? notebook : null) : folder.NameOf(file))
            ?? throw new UsageException(other is null ? $"{notebook}: no such notebook" : $"{notebook}: no notebooks (*.ipynb) in this folder"));
    }

    /// <summary>Saves and closes all.</summary>
    public ValueTask DisposeAsync() => _notebooks.DisposeAsync();

    private static string? Heading(string path) =>
        Encoding.UTF8.GetString(PlainFile.Read(path, LongestHeading)).Split('\n')[0].Trim('#', ' ', '\r', '\uFEFF', '\uFFFD') is { Length: > 0 } heading ? heading : null;

    private static string? Lesson(NotebookFolder folder, string? name) => folder.Lessons().FirstOrDefault(lesson => name is null
        || (int.TryParse(name, out var number) && lesson.Number == number)
        || Path.GetFileNameWithoutExtension(lesson.Name) == name)?.Name;
}
