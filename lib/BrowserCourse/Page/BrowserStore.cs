using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NotebookPage.Live;

namespace BrowserCourse.Page;

/// <summary>
/// One notebook, kept in this browser from its first change on; until then it is the site's. A new version of the site replaces
/// nothing of the user's.
/// </summary>
/// <param name="name">The notebook's name.</param>
/// <param name="site">Where its original is; null for a notebook of the user's own.</param>
/// <param name="shelf">Where it is kept.</param>
internal sealed class BrowserStore(string name, SiteFiles? site, Shelf shelf) : INotebookStore
{
    private string? _original;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string? WhyNoOriginal => site is null ? "This notebook is no lesson of the course: it has no original." : null;

    /// <inheritdoc/>
    public string? News { get; private set; }

    /// <inheritdoc/>
    public async Task<string?> ReadAsync()
    {
        var prerendered = _original is null && site is not null ? site.PrerenderAsync($"{SiteCourse.Folder}/{name}") : Task.CompletedTask;
        var mine = await shelf.GetAsync(Shelf.Notebooks, name).ConfigureAwait(false);
        if (mine is not null && site is not null && _original is null)
        {
            News = await NewsAsync().ConfigureAwait(false);
        }

        mine ??= await OriginalAsync().ConfigureAwait(false);
        await prerendered.ConfigureAwait(false);
        return mine;
    }

    /// <inheritdoc/>
    public async Task WriteAsync(string text)
    {
        await shelf.PutAsync(Shelf.Notebooks, name, text).ConfigureAwait(false);
        if (_original is not null)
        {
            await shelf.PutAsync(Shelf.Originals, name, Hash(_original)).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task<string> KeepAsync(string whose, string text)
    {
        var kept = $"{name}.{whose}-{DateTime.Now.ToString("yyyy-MM-dd-HHmmss", CultureInfo.InvariantCulture)}";
        await shelf.PutAsync(Shelf.Kept, kept, text).ConfigureAwait(false);
        return kept;
    }

    /// <inheritdoc/>
    public Task<string?> ReadDraftAsync() => shelf.GetAsync(Shelf.Drafts, name);

    /// <inheritdoc/>
    public Task WriteDraftAsync(string draft) => shelf.PutAsync(Shelf.Drafts, name, draft);

    /// <inheritdoc/>
    public Task RemoveDraftAsync() => shelf.RemoveAsync(Shelf.Drafts, name);

    /// <summary>Whether it is the site's own, or was saved from what was.</summary>
    public async Task<bool> IsTrustedAsync(string text) =>
        (site is not null && text == _original) || await shelf.GetAsync(Shelf.Trusted, Hash(text)).ConfigureAwait(false) is not null;

    /// <inheritdoc/>
    public Task TrustAsync(string text) => shelf.PutAsync(Shelf.Trusted, Hash(text), name);

    /// <inheritdoc/>
    public async Task<string?> OriginalAsync() =>
        site is null ? null : _original ??= await site.ReadAsync($"{SiteCourse.Folder}/{name}").ConfigureAwait(false);

    // Offline, what is kept here is enough.
    private async Task<string?> NewsAsync()
    {
        try
        {
            var hash = Hash((await OriginalAsync().ConfigureAwait(false))!);
            return await shelf.GetAsync(Shelf.Originals, name).ConfigureAwait(false) is { } known && known != hash
                ? "The course has a newer version of this lesson. Here is yours: Reset takes the new one, and Undo brings yours back." : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
