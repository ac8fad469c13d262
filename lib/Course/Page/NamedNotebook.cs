using Course.Running;
using Course.Store;
using NotebookPage;

namespace Course.Page;

/// <summary>The notebook to begin with, and the folder that is shown with it.</summary>
/// <param name="Folder">What may be opened.</param>
/// <param name="Name">The notebook's name there.</param>
internal sealed record NamedNotebook(NotebookFolder Folder, string Name)
{
    /// <summary>What the user named: a file, a course's folder, a lesson's name or its number; null means the first lesson.</summary>
    /// <exception cref="UsageException">There is no such notebook.</exception>
    public static NamedNotebook Find(string? named) =>
        File.Exists(named) ? OfFile(Path.GetFullPath(named))
        : Directory.Exists(named) ? OfLesson(named, _ => true) ?? throw new UsageException($"{named}: no notebooks (*.ipynb, *.dib) in this folder")
        : OfOwnLesson(lesson => named is null || IsCalled(lesson, named)) ?? throw new UsageException($"{named}: no such notebook");

    private static NamedNotebook OfFile(string path)
    {
        NotebookPaths.Read(path); // a file that isn't a notebook is told here, not on the page
        var folder = new NotebookFolder(CourseFolder.LessonsAround(path) ?? Path.GetDirectoryName(path)!, [path]);
        return new NamedNotebook(folder, folder.NameOf(path) ?? throw new UsageException($"{path}: no such notebook"));
    }

    // A name that is none is told before a copy of the lessons is made.
    private static NamedNotebook? OfOwnLesson(Func<LessonEntry, bool> isMeant) =>
        OfLesson(CourseFolder.Lessons(), isMeant) is null ? null : OfLesson(CourseFolder.OwnLessons(), isMeant);

    private static NamedNotebook? OfLesson(string root, Func<LessonEntry, bool> isMeant)
    {
        var folder = new NotebookFolder(root);
        return folder.Lessons().FirstOrDefault(isMeant) is { } lesson ? new NamedNotebook(folder, lesson.Name) : null;
    }

    private static bool IsCalled(LessonEntry lesson, string name) =>
        (int.TryParse(name, out var number) && lesson.Number == number) || Path.GetFileNameWithoutExtension(lesson.Name) == name;
}
