namespace Course.Doctoring;

/// <summary>The libraries that the lessons load, which are this program's own: not older than what they are built from.</summary>
internal static class Build
{
    /// <summary>What builds the course.</summary>
    public const string Command = "dotnet build -c Release lib/Course";

    private static readonly string[] _libraries = ["SequenceModels", "SequenceModels.Charts"];

    public static Finding Look(string course)
    {
        var built = _libraries.ToDictionary(name => name, name => File.GetLastWriteTime(Path.Combine(AppContext.BaseDirectory, name + ".dll")));
        return built.FirstOrDefault(library => Newest(Path.Combine(course, "lib", library.Key)) > library.Value).Key is { } old
                ? new Finding("Build", Verdict.Optional, $"lib/{old} was changed after it was built: lessons still run the old one", Command)
            : new Finding("Build", Verdict.Fine, $"of {built.Values.Max():yyyy-MM-dd HH:mm}");
    }

    private static DateTime Newest(string folder) => !Directory.Exists(folder) ? default : Directory
        .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(path => !path[folder.Length..].Split(Path.DirectorySeparatorChar).Contains("obj"))
        .Select(File.GetLastWriteTime)
        .DefaultIfEmpty()
        .Max();
}
