namespace Course;

/// <summary>Where the course lies on this machine: around the program that was built in a clone, beside one that was installed.</summary>
internal static class CourseFolder
{
    private const string Solution = "NotebookCourse.sln";

    /// <summary>The folder that holds notebooks, lib and data, of which this program was built: the current folder may be
    /// a stranger's. Null if the program was installed.</summary>
    public static string? Clone() => Above(AppContext.BaseDirectory);

    /// <summary>The folder that holds the notebooks and data that came with this program; null if it came alone.</summary>
    public static string? Find() => Clone() ?? (InstalledCourse.Lessons is null ? null : AppContext.BaseDirectory);

    /// <summary>Where the student's lessons lie, or where <see cref="OwnLessons"/> puts them.</summary>
    public static string Place() => Clone() is null ? InstalledCourse.FindCopy() ?? Directory.GetCurrentDirectory() : Lessons();

    /// <summary>The lessons' folder, to read and to run.</summary>
    /// <exception cref="UsageException">There is no course here.</exception>
    public static string Lessons() => Found()
        ?? throw new UsageException($"the course's folder (with {Solution}) is not above this program: name the notebooks to run");

    /// <summary>The lessons' folder, to change them there: of an installed program the student's copy, made if there is none.</summary>
    /// <exception cref="UsageException">There is no course here, or no place for it.</exception>
    public static string OwnLessons() => Lessons() is var lessons && lessons == InstalledCourse.Lessons ? InstalledCourse.Copy() : lessons;

    /// <summary>The lessons among which a notebook is shown; null if it isn't one of theirs.</summary>
    public static string? LessonsAround(string notebook) =>
        Found() is { } lessons && Paths.IsBelow(Clone() ?? lessons, notebook) ? lessons : null;

    private static string? Found() =>
        Clone() is { } root ? Path.Combine(root, "notebooks") : InstalledCourse.FindCopy() ?? InstalledCourse.Lessons;

    private static string? Above(string folder)
    {
        var at = new DirectoryInfo(folder);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, Solution)))
        {
            at = at.Parent;
        }

        return at?.FullName;
    }
}
