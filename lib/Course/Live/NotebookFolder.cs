#pragma warning disable CS9113, CS0067
namespace Course.Live;

/// <summary>A notebook of the course, as the list of lessons shows it.</summary>
/// <param name="Name">How it is asked for: "03-vanishing-gradients.ipynb", "solutions/03-vanishing-gradients.ipynb".</param>
/// <param name="Number">The lesson's number; null for a notebook that is no lesson.</param>
/// <param name="Title">Its first heading.</param>
/// <param name="Path">The file.</param>
/// <param name="Solution">The solved edition's name; null if there is none.</param>
public sealed record LessonEntry(string Name, int? Number, string Title, string Path, string? Solution);

/// <summary>
/// The notebooks that the page may open: those below the course's folder, and those that were named on the command
/// line. A name comes from a browser, so it can't be trusted.
/// </summary>
/// <param name="root">The course's <c>notebooks/</c>.</param>
/// <param name="allowed">Files elsewhere that the user named.</param>
public sealed class NotebookFolder(string root, IReadOnlyList<string>? allowed = null)
{
    /// <summary>The course's notebooks' folder.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>The lessons, by number.</summary>
    public IReadOnlyList<LessonEntry> Lessons() => throw new NotImplementedException();

    /// <summary>The file that a name means; null if there is none, or none that may be opened.</summary>
    public string? Find(string name) => throw new NotImplementedException();

    /// <summary>The name by which <see cref="Find"/> knows a file; null if it doesn't.</summary>
    public string? NameOf(string path) => throw new NotImplementedException();
}
