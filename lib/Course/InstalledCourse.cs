namespace Course;

/// <summary>
/// The lessons and data that an installed program has beside it, and the student's copy of them: the next version replaces
/// what is installed, and nothing replaces what a student wrote.
/// </summary>
internal static class InstalledCourse
{
    private const string Name = "NotebookCourse", Notebooks = "notebooks", Data = "data";

    /// <summary>The lessons beside this program; null if there are none.</summary>
    public static string? Lessons { get; } = Path.Combine(AppContext.BaseDirectory, Notebooks) is var folder && Syllabus.IsIn(folder) ? folder : null;

    /// <summary>The lessons that the student has here: the current folder is a course's, or holds a copy. Null if there are none.</summary>
    public static string? FindCopy() => ((string[])["", Notebooks, Path.Combine(Name, Notebooks)])
        .Select(folder => Path.Combine(Directory.GetCurrentDirectory(), folder))
        .FirstOrDefault(folder => Syllabus.IsIn(folder) && !(Lessons is not null && Paths.Same(folder, Lessons)));

    /// <summary>Puts a copy into the current folder, and says where; the result is its lessons' folder.</summary>
    /// <exception cref="UsageException">There is no place for it here.</exception>
    public static string Copy()
    {
        var target = Path.GetFullPath(Name);
        if (Path.Exists(target))
        {
            throw new UsageException($"{target} is there already, and holds no course: go to another folder, or name the notebook to open");
        }

        try
        {
            Folders.Copy(AppContext.BaseDirectory, [.. FilesOf(Notebooks), .. FilesOf(Data)], target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"your copy of the lessons cannot be put into {target}: {e.Message} Go to a folder that you can write");
        }

        Terminal.Out.Line($"Your copy of the lessons is in {target}: what you change is kept there, and found when you open the course here again.");
        return Path.Combine(target, Notebooks);
    }

    private static string[] FilesOf(string folder) =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, folder), "*", SearchOption.AllDirectories);
}
