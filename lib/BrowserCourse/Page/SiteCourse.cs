using NotebookPage;
using NotebookPage.Live;

namespace BrowserCourse.Page;

/// <summary>The course of the site that the page comes from, and the notebooks that this browser's user has added.</summary>
/// <param name="index">What the site says of itself.</param>
/// <param name="site">Fetches its files.</param>
/// <param name="shelf">Where what belongs to this user is kept.</param>
/// <param name="own">The names of the notebooks that the user has added.</param>
internal sealed class SiteCourse(SiteIndex index, SiteFiles site, Shelf shelf, IEnumerable<string> own) : ICourse
{
    /// <summary>Where the site has its notebooks and texts.</summary>
    public const string Folder = "notebooks";

    private readonly List<string> _own = [.. own];

    /// <inheritdoc/>
    public string Title => index.Title;

    /// <inheritdoc/>
    public string? Problem => null;

    /// <inheritdoc/>
    public IReadOnlyList<LessonEntry> Lessons() =>
        [.. index.Lessons.Select(lesson => lesson.Entry), .. _own.Select(name => new LessonEntry(name, null, Path.GetFileNameWithoutExtension(name), null))];

    /// <inheritdoc/>
    public IReadOnlyList<TextEntry> Texts() => index.Texts;

    /// <inheritdoc/>
    public string? PlaceOf(string name) => index.Lessons.FirstOrDefault(lesson => name == lesson.Entry.Name || name == lesson.Entry.Solution)?.Place;

    /// <inheritdoc/>
    public INotebookStore? Find(string name) =>
        index.Lessons.Any(lesson => name == lesson.Entry.Name || name == lesson.Entry.Solution) ? new BrowserStore(name, site, shelf)
        : _own.Contains(name) ? new BrowserStore(name, null, shelf)
        : null;

    /// <inheritdoc/>
    public async Task<string?> TextAsync(string name) =>
        index.Texts.Any(text => text.Name == name) ? await site.ReadAsync($"{Folder}/{name}").ConfigureAwait(false) : null;

    /// <inheritdoc/>
    public async Task<string> AddAsync(string name, string text)
    {
        var (stem, ending) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        var given = Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? name : $"{stem}-{i}{ending}").First(candidate => Find(candidate) is null);
        await shelf.PutAsync(Shelf.Notebooks, given, text).ConfigureAwait(false);
        _own.Add(given);
        return given;
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string name)
    {
        await shelf.RemoveAsync(Shelf.Notebooks, name).ConfigureAwait(false);
        _own.Remove(name);
    }
}
