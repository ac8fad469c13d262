using System.Collections.Concurrent;
using NotebookPage.Live;
using NotebookSession.Documents;

namespace NotebookPage;

/// <summary>What the page can show, and what of it is open: one <see cref="OpenNotebook"/> for a notebook, however many tabs show it.</summary>
/// <param name="course">What there is.</param>
/// <param name="start">The name of the notebook to begin with.</param>
/// <param name="options">What notebooks need.</param>
public sealed class OpenNotebooks(ICourse course, string start, LiveOptions options) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<OpenNotebook>>> _open = []; // by what their stores are called
    private readonly ConcurrentDictionary<string, OpenNotebook> _shown = []; // by name

    /// <summary>What there is.</summary>
    public ICourse Course => course;

    /// <summary>The name of the notebook to begin with.</summary>
    public string Start => start;

    /// <summary>The cells that can be pasted.</summary>
    public IClipboard Clipboard => options.Clipboard;

    /// <summary>The notebook of that name, opened and its session being started if it wasn't; null if there is none.</summary>
    /// <exception cref="NotebookFormatException">What is kept under that name isn't a notebook.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public async Task<OpenNotebook?> OpenAsync(string name)
    {
        if (course.Find(name) is not { } store)
        {
            return null;
        }

        var opening = _open.GetOrAdd(store.Name, _ => new Lazy<Task<OpenNotebook>>(() => OpenNotebook.OpenAsync(store, options)));
        try
        {
            return _shown[name] = await opening.Value.ConfigureAwait(false);
        }
        catch (Exception)
        {
            _open.TryRemove(KeyValuePair.Create(store.Name, opening)); // the next one to ask may have more luck
            throw;
        }
    }

    /// <summary>The notebook of that name as it is, if it is open.</summary>
    public NotebookView? Peek(string name) => _shown.GetValueOrDefault(name)?.View;

    /// <summary>The notebooks that have a session, by name.</summary>
    public IReadOnlyList<(string Name, OpenNotebook Notebook)> Sessions() =>
    [
        .. _shown.Where(shown => shown.Value.View.Session.Status != SessionStatus.Dead)
            .OrderBy(shown => shown.Key, StringComparer.Ordinal).Select(shown => (shown.Key, shown.Value)),
    ];

    /// <summary>Saves and closes a notebook and ends its session, if it is open.</summary>
    public async Task CloseAsync(string name)
    {
        if (course.Find(name) is { } store && _open.TryRemove(store.Name, out var opening))
        {
            await CloseAsync(opening).ConfigureAwait(false);
        }
    }

    /// <summary>Gives a notebook of the user's own another name; its session ends.</summary>
    /// <returns>The name that it has.</returns>
    /// <exception cref="IOException">It is not the user's to name, the name is taken, or it can't be kept.</exception>
    public async Task<string> RenameAsync(string name, string to)
    {
        to = Path.GetExtension(name) is var ending && to.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? to : to + ending;
        if (course.Find(name) is not { WhyNoOriginal: not null } store || name.Contains('/', StringComparison.Ordinal))
        {
            throw new IOException($"{name} belongs to the course, or to another folder, and keeps its name. Download gives you a copy.");
        }

        if (course.Find(to) is not null)
        {
            throw new IOException($"There is a notebook named {to} already.");
        }

        await CloseAsync(name).ConfigureAwait(false);
        var given = await course.AddAsync(to, await store.ReadAsync().ConfigureAwait(false)
            ?? throw new FileNotFoundException($"{name}: it is not there any more.")).ConfigureAwait(false);
        await course.RemoveAsync(name).ConfigureAwait(false);
        return given;
    }

    /// <summary>Saves and closes all.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_open.Values.Select(CloseAsync)).ConfigureAwait(false);
        _open.Clear();
    }

    private static async Task CloseAsync(Lazy<Task<OpenNotebook>> opening)
    {
        OpenNotebook notebook;
        try
        {
            notebook = await opening.Value.ConfigureAwait(false);
        }
        catch (Exception)
        {
            return; // it could not be opened, which whoever asked for it was told
        }

        await notebook.DisposeAsync().ConfigureAwait(false);
    }
}
