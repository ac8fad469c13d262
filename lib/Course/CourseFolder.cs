namespace Course;

/// <summary>Where the course lies on this machine.</summary>
internal static class CourseFolder
{
    private const string Solution = "NotebookCourse.sln";

    /// <summary>The folder that holds notebooks, lib and data, of which this program was built: the current folder may be
    /// a stranger's. Null if the program lies elsewhere.</summary>
    public static string? Find() => Above(AppContext.BaseDirectory);

    /// <summary>The lessons' folder.</summary>
    /// <exception cref="UsageException">There is no course here.</exception>
    public static string Lessons() => Find() is { } root
        ? Path.Combine(root, "notebooks")
        : throw new UsageException($"the course's folder (with {Solution}) is not above this program: "
            + "name the notebooks to run");

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
