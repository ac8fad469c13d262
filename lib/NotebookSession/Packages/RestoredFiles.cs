namespace NotebookSession.Packages;

/// <summary>The files that a set of packages consists of, transitive ones included.</summary>
/// <param name="Compile">Libraries that cells may refer to.</param>
/// <param name="Runtime">Libraries to run.</param>
/// <param name="Native">Native libraries for this system.</param>
/// <param name="Versions">The version of each package.</param>
public sealed record RestoredFiles(
    IReadOnlyList<string> Compile, IReadOnlyList<string> Runtime, IReadOnlyList<string> Native, IReadOnlyDictionary<string, string> Versions)
{
    /// <summary>The version of the package of that name, for a sentence: a library's may be another's.</summary>
    public string VersionOf(string name) => Versions.GetValueOrDefault(name, "the one of the packages");
}
