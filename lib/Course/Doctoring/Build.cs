namespace Course.Doctoring;

/// <summary>The libraries that the lessons load: built, and not older than what they are built from.</summary>
internal static class Build
{
    /// <summary>What builds the course.</summary>
    public const string Command = "dotnet build -c Release";

    private static readonly string[] _libraries = ["SequenceModels", "SequenceModels.Charts"];

    public static Finding Look(string course)
    {
        var built = _libraries.ToDictionary(name => name, name => new FileInfo(Path.Combine(course, "lib", "Course", "bin", "Release", "net10.0", name + ".dll")));
        return built.FirstOrDefault(library => !library.Value.Exists).Key is { } missing
                ? new Finding("Build", Verdict.Wrong, $"{missing} is not built, and lessons load it", Command)
            : built.FirstOrDefault(library => Newest(Path.Combine(course, "lib", library.Key)) > library.Value.LastWriteTimeUtc).Key is { } old
                ? new Finding("Build", Verdict.Optional, $"lib/{old} was changed after it was built: lessons still run the old one", Command)
            : new Finding("Build", Verdict.Fine, $"of {built.Values.Max(library => library.LastWriteTime):yyyy-MM-dd HH:mm}");
    }

    private static DateTime Newest(string folder) => Directory
        .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(path => !path[folder.Length..].Split(Path.DirectorySeparatorChar).Contains("obj"))
        .Select(File.GetLastWriteTimeUtc)
        .DefaultIfEmpty()
        .Max();
}
