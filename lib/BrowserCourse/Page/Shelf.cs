using Microsoft.JSInterop;

namespace BrowserCourse.Page;

/// <summary>Texts that this browser keeps for the page, by shelf and name; see shelf.js.</summary>
internal sealed class Shelf(IJSObjectReference script)
{
    /// <summary>The shelves.</summary>
    public const string Notebooks = "notebooks", Drafts = "drafts", Kept = "kept", Trusted = "trusted", Originals = "originals";

    /// <summary>The text; null if there is none.</summary>
    /// <exception cref="IOException">The browser does not give it.</exception>
    public Task<string?> GetAsync(string shelf, string name) => TryAsync(() => script.InvokeAsync<string?>("get", shelf, name).AsTask());

    /// <summary>Replaces the text.</summary>
    /// <exception cref="IOException">The browser does not take it.</exception>
    public Task PutAsync(string shelf, string name, string text) => TryAsync(() => script.InvokeAsync<bool>("put", shelf, name, text).AsTask());

    /// <summary>Removes the text.</summary>
    /// <exception cref="IOException">The browser does not.</exception>
    public Task RemoveAsync(string shelf, string name) => TryAsync(() => script.InvokeAsync<bool>("remove", shelf, name).AsTask());

    /// <summary>The names of what is there.</summary>
    /// <exception cref="IOException">The browser does not say.</exception>
    public Task<string[]> NamesAsync(string shelf) => TryAsync(() => script.InvokeAsync<string[]>("names", shelf).AsTask());

    private static async Task<T> TryAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (JSException e)
        {
            throw new IOException(
                $"This browser keeps nothing for this page ({e.Message.Split('\n')[0]}). A private window forgets, and a full disk takes no more: download the notebook as a file", e);
        }
    }
}
