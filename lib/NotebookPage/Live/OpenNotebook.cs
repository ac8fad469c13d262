using NotebookPage.Live.Editing;
using NotebookPage.Live.State;
using NotebookSession.Documents;

namespace NotebookPage.Live;

/// <summary>
/// A notebook that is open on the page: its cells, its session, its file. All tabs that show a file share one. Every member of it
/// and of its parts may be called from any thread, and none blocks.
/// </summary>
public sealed class OpenNotebook : IAsyncDisposable
{
    private readonly NotebookHolder _state;

    private OpenNotebook(INotebookStore store, NotebookState first, string text, LiveOptions options)
    {
        (Name, News) = (store.Name, store.News);
        _state = new NotebookHolder(first);
        Cells = new CellEditor(_state, store);
        File = new NotebookSaver(_state, new StoreSync(_state, store, text, options.Clock), options);
        Session = new SessionKeeper(_state, () => options.StartSession(Name), options);
        Runs = new RunQueue(_state, Session, options.Clock);
        Help = new NotebookHelp(_state);
        Session.Start();
    }

    /// <summary>Raised with the notebook after every change, one at a time and in order, from a thread of the notebook's own. A listener that
    /// throws hears no more.</summary>
    public event Action<NotebookView> Changed
    {
        add => _state.Listen(value);
        remove => _state.Leave(value);
    }

    /// <summary>Its store's name: a file's path.</summary>
    public string Name { get; }

    /// <summary>What the user should know of it when it is opened; null if there is nothing.</summary>
    public string? News { get; }

    /// <summary>The notebook at this moment.</summary>
    public NotebookView View => _state.View;

    /// <summary>Editing.</summary>
    public CellEditor Cells { get; }

    /// <summary>Running.</summary>
    public RunQueue Runs { get; }

    /// <summary>The session.</summary>
    public SessionKeeper Session { get; }

    /// <summary>Saving.</summary>
    public NotebookSaver File { get; }

    /// <summary>Help with writing cells.</summary>
    public NotebookHelp Help { get; }

    /// <summary>Opens a notebook: it is read, a draft that a crash left is restored, its session is being started.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="options">What it needs.</param>
    /// <exception cref="NotebookFormatException">What is kept there isn't a notebook.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static async Task<OpenNotebook> OpenAsync(INotebookStore store, LiveOptions options)
    {
        var text = await store.ReadAsync().ConfigureAwait(false) ?? throw new FileNotFoundException($"{store.Name}: there is no such notebook.");
        return new OpenNotebook(store, await ReadAsync(store, text, options).ConfigureAwait(false), text, options);
    }

    /// <summary>Saves what is to be saved, and ends the session.</summary>
    public async ValueTask DisposeAsync()
    {
        await File.DisposeAsync().ConfigureAwait(false);
        await Session.DisposeAsync().ConfigureAwait(false);
        await _state.EndAsync().ConfigureAwait(false);
    }

    private static async Task<NotebookState> ReadAsync(INotebookStore store, string text, LiveOptions options)
    {
        var notebook = Notebook.Parse(text, store.Name);
        var (read, activity) = FileFormat.Read(notebook);
        var state = new NotebookState(read, activity, new EditHistory(options.Clock, options.UndoPause))
        {
            Repairs = notebook.Repairs,
            IsTrusted = await store.IsTrustedAsync(text).ConfigureAwait(false),
        };
        var stored = await store.ReadDraftAsync().ConfigureAwait(false);
        if (stored is not null && Draft.Read(stored) is { } draft && !draft.Text.LooksLike(read))
        {
            return state.Restore(draft, Draft.Hash(text));
        }

        await store.RemoveDraftAsync().ConfigureAwait(false);
        return state;
    }
}
