namespace Course.Tests.Page;

/// <summary>A lesson in a folder beside which the libraries and the data lie as in the repository; gone after the test.</summary>
internal sealed class CopiedCourse : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("course-").FullName;

    public CopiedCourse(string lesson)
    {
        Directory.CreateDirectory(Notebooks);
        foreach (var folder in new[] { "lib", "data" })
        {
            Directory.CreateSymbolicLink(Path.Combine(_root, folder), Path.Combine(CourseCommand.Root, folder));
        }

        foreach (var file in new[] { lesson, "setup.csx" })
        {
            File.Copy(Path.Combine(CourseCommand.Root, "notebooks", file), Path.Combine(Notebooks, file));
        }
    }

    public string Notebooks => Path.Combine(_root, "notebooks");

    public void Dispose()
    {
        Directory.Delete(Path.Combine(_root, "lib")); // the link, not what it leads to
        Directory.Delete(Path.Combine(_root, "data"));
        Directory.Delete(_root, recursive: true);
    }
}
