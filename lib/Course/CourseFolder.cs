namespace Course;

/// <summary>Where the course lies on this machine.</summary>
internal static class CourseFolder
{
    private const string Solution = "NotebookCourse.sln";

    /// <summary>The folder that holds notebooks, lib and data: above this program, or above the current folder. Null if
    /// neither is in a course.</summary>
    public static string? Find() => Above(AppContext.BaseDirectory) ?? Above(Directory.GetCurrentDirectory());

    /// <summary>The lessons' folder.</summary>
    /// <exception cref="UsageException">There is no course here.</exception>
    public static string Lessons() => Find() is { } root
        ? Path.Combine(root, "notebooks")
        : throw new UsageException($"the course's folder (with {Solution}) is neither above this program nor above "
            + "the current folder: name the notebooks to run");

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
