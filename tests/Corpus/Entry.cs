namespace Corpus;

/// <summary>A public notebook: a line of the list.</summary>
/// <param name="Repository">Owner and name; its checkout is the folder of that name.</param>
/// <param name="Path">The notebook in it.</param>
/// <param name="Expected">
/// How it went when the list was made: <c>clean</c>; <c>ours</c>, if the kernel stopped it; <c>not run</c>, if it can run nowhere: it
/// wants a service, a key, a file that is gone.
/// </param>
/// <param name="Cause">What stopped it.</param>
internal sealed record Entry(string Repository, string Path, string Expected, string Cause)
{
    public bool CanRun => Expected != "not run";

    /// <summary>Reads a list: a line of names, then fields with a tab between two.</summary>
    /// <exception cref="FormatException">A field is missing.</exception>
    public static IReadOnlyList<Entry> Read(string path)
    {
        var lines = File.ReadAllLines(path).Select(line => line.Split('\t')).ToList();
        int Column(string name) => Array.IndexOf(lines[0], name) is >= 0 and var column ? column
            : throw new FormatException($"{path}: expected a column named {name}; found {string.Join(", ", lines[0])}");
        var (repository, file, expected, cause) = (Column("repo"), Column("path"), Column("result"), Column("cause"));
        return [.. lines.Skip(1).Select(line => new Entry(line[repository], line[file], line[expected], line.ElementAtOrDefault(cause) ?? ""))];
    }
}
