using System.Collections.Concurrent;
using System.Text;
using Course.Live;
using Course.Live.Files;
using Course.Running;
using NotebookSession.Documents;

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

    /// <summary>The cells that can be pasted.</summary>
    public Clipboard Clipboard { get; } = new();

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

    /// <summary>The bytes of a picture beside the notebooks; null if there is none of that name.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    public byte[]? Picture(string name) => folder.Below(name) is { } path ? PlainFile.Read(path) : null;

    /// <summary>The desk for what the user named: a file, a course's folder, a lesson's name or its number; null means the first lesson.</summary>
    /// <exception cref="UsageException">There is no such notebook.</exception>
    public static Desk Find(string? named) =>
        File.Exists(named) ? OfFile(Path.GetFullPath(named))
        : Directory.Exists(named) ? OfLesson(named, _ => true) ?? throw new UsageException($"{named}: no notebooks (*.ipynb, *.dib) in this folder")
        : OfOwnLesson(lesson => named is null || IsCalled(lesson, named)) ?? throw new UsageException($"{named}: no such notebook");

    /// <summary>Saves and closes all.</summary>
    public ValueTask DisposeAsync() => _notebooks.DisposeAsync();

    private static string? Heading(string path) =>
        Encoding.UTF8.GetString(PlainFile.Read(path, LongestHeading)).Split('\n')[0].Trim('#', ' ', '\r', '\uFEFF', '\uFFFD') is { Length: > 0 } heading ? heading : null;

    private static Desk OfFile(string path)
    {
        NotebookPaths.Read(path); // a file that is no notebook is told here, not on the page
        var folder = new NotebookFolder(CourseFolder.LessonsAround(path) ?? Path.GetDirectoryName(path)!, [path]);
        return new Desk(folder, folder.NameOf(path) ?? throw new UsageException($"{path}: no such notebook"));
    }

    // A name that is none is told before a copy of the lessons is made.
    private static Desk? OfOwnLesson(Func<LessonEntry, bool> isMeant) =>
        OfLesson(CourseFolder.Lessons(), isMeant) is null ? null : OfLesson(CourseFolder.OwnLessons(), isMeant);

    private static Desk? OfLesson(string root, Func<LessonEntry, bool> isMeant)
    {
        var folder = new NotebookFolder(root);
        return folder.Lessons().FirstOrDefault(isMeant) is { } lesson ? new Desk(folder, lesson.Name) : null;
    }

    private static bool IsCalled(LessonEntry lesson, string name) =>
        (int.TryParse(name, out var number) && lesson.Number == number) || Path.GetFileNameWithoutExtension(lesson.Name) == name;
}
