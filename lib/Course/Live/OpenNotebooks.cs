using NotebookSession.Documents;

namespace Course.Live;

/// <summary>The notebooks that are open: one <see cref="OpenNotebook"/> for a file, however many tabs show it.</summary>
/// <param name="folder">What may be opened.</param>
/// <param name="options">What notebooks need.</param>
public sealed class OpenNotebooks(NotebookFolder folder, LiveOptions? options = null) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, OpenNotebook> _open = [];

    /// <summary>What may be opened.</summary>
    public NotebookFolder Folder { get; } = folder;

    /// <summary>The notebook of that name, opened and its session being started if it wasn't; null if there is none.</summary>
    /// <exception cref="NotebookFormatException">The file is no notebook.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public OpenNotebook? Open(string name)
    {
        if (Folder.Find(name) is not { } path)
        {
            return null;
        }

        lock (_lock)
        {
            if (!_open.TryGetValue(path, out var notebook))
            {
                _open[path] = notebook = OpenNotebook.Open(path, Folder, options);
            }

            return notebook;
        }
    }

    /// <summary>Saves and closes a notebook and ends its session, if it is open.</summary>
    public async Task CloseAsync(string name)
    {
        OpenNotebook? closed = null;
        lock (_lock)
        {
            if (Folder.Find(name) is { } path)
            {
                _open.Remove(path, out closed);
            }
        }

        if (closed is not null)
        {
            await closed.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Saves and closes all.</summary>
    public async ValueTask DisposeAsync()
    {
        List<OpenNotebook> all;
        lock (_lock)
        {
            all = [.. _open.Values];
            _open.Clear();
        }

        await Task.WhenAll(all.Select(notebook => notebook.DisposeAsync().AsTask())).ConfigureAwait(false);
    }
}
