using Course.Running;

namespace Course.Doctoring;

/// <summary>The libraries that this program and the lessons load: not older than what they are built from.</summary>
internal static class BuiltLibraries
{
    /// <summary>What builds the course, or fetches it anew.</summary>
    public static string Command => CourseFolder.Clone() is not null ? "dotnet build -c Release lib/Course"
        : OwnProgram.CarriesDotNet ? "Unpack its folder anew"
        : "dotnet tool update -g NotebookCourse";

    public static Finding Look(string course)
    {
        var lib = Path.Combine(course, "lib");
        var built = (Directory.Exists(lib) ? Directory.EnumerateFiles(lib, "*.csproj", SearchOption.AllDirectories) : [])
            .Select(project => (Folder: Path.GetDirectoryName(project)!, Library: Path.Combine(AppContext.BaseDirectory, Path.GetFileNameWithoutExtension(project) + ".dll")))
            .Where(project => File.Exists(project.Library))
            .Select(project => (project.Folder, Time: File.GetLastWriteTime(project.Library)))
            .ToList();
        return built.Find(project => Newest(project.Folder) > project.Time).Folder is { } old
            ? new Finding("Build", Condition.Optional, $"{Path.GetRelativePath(course, old).Replace('\\', '/')} was changed after it was built: lessons still run the old one", Command)
            : new Finding("Build", Condition.Fine, $"{typeof(BuiltLibraries).Assembly.GetName().Version!.ToString(3)} of {File.GetLastWriteTime(typeof(BuiltLibraries).Assembly.Location):yyyy-MM-dd HH:mm}");
    }

    private static DateTime Newest(string folder) => Directory
        .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(path => !path[folder.Length..].Split(Path.DirectorySeparatorChar).Contains("obj"))
        .Select(File.GetLastWriteTime)
        .DefaultIfEmpty()
        .Max();
}
