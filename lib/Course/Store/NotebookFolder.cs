using System.Text;
using NotebookPage;
using NotebookPage.Live;
using NotebookSession.Documents;

namespace Course.Store;

/// <summary>
/// The notebooks that the page may open: those below the course's folder, and those that were named on the command
/// line. A name comes from a browser, so it can't be trusted.
/// </summary>
/// <param name="root">The course's <c>notebooks/</c>.</param>
/// <param name="allowed">Files elsewhere that the user named.</param>
/// <param name="options">Where what belongs to them is kept.</param>
public sealed class NotebookFolder(string root, IReadOnlyList<string>? allowed = null, StoreOptions? options = null) : ICourse
{
    private const string Ending = ".ipynb", Dib = ".dib", TextEnding = ".md";
    private const int LongestHeading = 500;
    private readonly StoreOptions _options = options ?? new StoreOptions();
    private readonly IReadOnlyList<string> _allowed = [.. (allowed ?? []).Select(Path.GetFullPath).Where(path => !Paths.IsBelow(root, path))];

    /// <summary>The course's notebooks' folder.</summary>
    public string Root { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    /// <inheritdoc/>
    public string Title => Course.Title;

    /// <inheritdoc/>
    public string? Problem => Course.Problem;

    // As its folder has it now.
    private Syllabus Course => Syllabus.Seen(Root);

    /// <summary>The lessons in order, the folder's other notebooks by name, then those named on the command line. Reads their
    /// titles from the files.</summary>
    public IReadOnlyList<LessonEntry> Lessons()
    {
        var course = Course;
        var here = FolderFiles.In(Root, Ending).Concat(FolderFiles.In(Root, Dib)).Where(file => Paths.IsName(Path.GetFileName(file.Path)));
        return
        [
            .. course.InOrder(here, file => Path.GetFileNameWithoutExtension(file.Path))
                .Select(file => Entry(course, Path.GetFileName(file.Path), file.Path, file.Problem)),
            .. _allowed.Where(File.Exists).Select(path => Entry(course, NameOf(path)!, path, problem: null)),
        ];
    }

    /// <summary>The folder's Markdown files.</summary>
    public IReadOnlyList<TextEntry> Texts() =>
        [.. Course.InOrder(FolderFiles.In(Root, TextEnding), file => Path.GetFileNameWithoutExtension(file.Path)).Select(file =>
        {
            var (title, problem) = file.Problem is null ? FolderFiles.Try(file.Path, FirstLine) : (null, file.Problem);
            return new TextEntry(Path.GetFileName(file.Path), title ?? Path.GetFileName(file.Path), problem);
        })];

    /// <inheritdoc/>
    public Task<string?> TextAsync(string name) => Task.FromResult(
        FolderFiles.In(Root, TextEnding).FirstOrDefault(file => Path.GetFileName(file.Path) == name).Path is { } path
            ? Encoding.UTF8.GetString(PlainFile.Read(path)) : null);

    /// <inheritdoc/>
    public Task<string> AddAsync(string name, string text)
    {
        var (stem, ending) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        var given = Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? name : $"{stem}-{i}{ending}")
            .First(candidate => !Path.Exists(Path.Combine(Root, candidate)));
        if (!Paths.IsName(given))
        {
            throw new IOException($"{name}: no name for a file.");
        }

        NotebookFile.WriteText(Path.Combine(Root, given), text);
        return Task.FromResult(given);
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string name)
    {
        File.Delete(PathOf(name) ?? throw new FileNotFoundException($"{name}: there is no such notebook."));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public string? PlaceOf(string name) => Course.PlaceOf(Path.GetFileNameWithoutExtension(name));

    /// <inheritdoc/>
    public INotebookStore? Find(string name) => PathOf(name) is { } path ? new FileStore(path, this, _options) : null;

    /// <summary>The file that a name means; null if there is none, or none that may be opened.</summary>
    public string? PathOf(string name)
    {
        if (_allowed.FirstOrDefault(path => NameOf(path) == name) is { } named)
        {
            return File.Exists(named) ? named : null;
        }

        return Path.GetExtension(name) is Ending or Dib ? Below(name) : null;
    }

    /// <summary>The file below the folder that a name means; null if there is none.</summary>
    public string? Below(string name)
    {
        var parts = name.Split('/');
        var path = Path.Combine([Root, .. parts]);
        return parts.All(Paths.IsName) && File.Exists(path) && !HasLink(parts) ? path : null;
    }

    /// <summary>The name by which <see cref="PathOf"/> knows a file; null if it doesn't.</summary>
    public string? NameOf(string path)
    {
        var full = Path.GetFullPath(path);
        return IsBelowRoot(full) ? Paths.From(Root, full).Replace('\\', '/') is var name && PathOf(name) is not null ? name : null
            : _allowed.ToList().FindIndex(named => Paths.Same(named, full)) is >= 0 and var i ? $"file-{i + 1}/{Path.GetFileName(full)}"
            : null;
    }

    /// <summary>Whether the course has the source that the notebook was made of.</summary>
    internal bool HasOriginal(string path) =>
        Path.GetDirectoryName(path) is { } folder && (Paths.Same(folder, Root) || Paths.Same(folder, Path.Combine(Root, "solutions")))
        && File.Exists(Path.Combine(Root, "source", Path.GetFileNameWithoutExtension(path) + ".md"));

    // A link would lead out of the folder.
    private bool HasLink(string[] parts) => Enumerable.Range(1, parts.Length)
        .Any(count => new FileInfo(Path.Combine([Root, .. parts[..count]])).Attributes.HasFlag(FileAttributes.ReparsePoint));

    private bool IsBelowRoot(string path) => Paths.IsBelow(Root, path);

    private LessonEntry Entry(Syllabus course, string name, string path, string? problem)
    {
        var file = Path.GetFileNameWithoutExtension(path);
        var number = IsBelowRoot(path) ? course.NumberOf(file) : null;
        var solution = $"solutions/{file}{Ending}";
        var (title, unreadable) = problem is null ? FolderFiles.Try(path, FirstHeading) : (null, problem);
        return new LessonEntry(name, number, title ?? file, IsBelowRoot(path) && PathOf(solution) is not null ? solution : null)
        {
            Problem = unreadable,
        };
    }

    private static string? FirstHeading(string path) => Notebook.Read(path).Cells.SelectMany(cell => cell.Source.Split('\n'))
        .FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim();

    private static string? FirstLine(string path) =>
        Encoding.UTF8.GetString(PlainFile.Read(path, LongestHeading)).Split('\n')[0].Trim('#', ' ', '\r', '\uFEFF', '\uFFFD') is { Length: > 0 } heading ? heading : null;
}
