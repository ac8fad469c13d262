using Course.Live.Editing;
using Course.Live.Files;
using Course.Live.State;
using NotebookSession.Documents;

namespace Course.Live;

/// <summary>
/// A notebook that is open on the page: its cells, its session, its file. All tabs that show a file share one. Every member of it
/// and of its parts may be called from any thread, and none blocks for longer than reading or writing the file takes.
/// </summary>
public sealed class OpenNotebook : IAsyncDisposable
{
    private readonly NotebookHolder _state;

    private OpenNotebook(string path, NotebookFolder? folder, LiveOptions options)
    {
        Path = System.IO.Path.GetFullPath(path);
        var store = new NotebookStore(Path, options);
        _state = new NotebookHolder(Read(store, options));
        Cells = new CellEditor(_state, folder, Path);
        File = new NotebookSaver(_state, store, options);
        Session = new SessionKeeper(_state, () => options.StartSession(System.IO.Path.GetDirectoryName(Path)!), options);
        Runs = new RunQueue(_state, Session, options.Clock);
        Help = new CodeHelp(_state);
        Session.Start();
    }

    /// <summary>Raised with the notebook after every change, one at a time and in order, from a thread of the notebook's own. A listener that
    /// throws hears no more.</summary>
    public event Action<NotebookView> Changed
    {
        add => _state.Listen(value);
        remove => _state.Leave(value);
    }

    /// <summary>The file's path.</summary>
    public string Path { get; }

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
    public CodeHelp Help { get; }

    /// <summary>Opens a notebook: its file is read, a draft that a crash left is restored, its session is being started.</summary>
    /// <param name="path">The file.</param>
    /// <param name="folder">The course that it may belong to, for its original and for trust.</param>
    /// <param name="options">What it needs.</param>
    /// <exception cref="NotebookFormatException">The file is no notebook.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static OpenNotebook Open(string path, NotebookFolder? folder = null, LiveOptions? options = null) =>
        new(path, folder, options ?? new LiveOptions());

    /// <summary>Saves what is to be saved, and ends the session.</summary>
    public async ValueTask DisposeAsync()
    {
        await File.DisposeAsync().ConfigureAwait(false);
        await Session.DisposeAsync().ConfigureAwait(false);
        await _state.EndAsync().ConfigureAwait(false);
    }

    private static NotebookState Read(NotebookStore store, LiveOptions options)
    {
        var notebook = Notebook.Parse(store.Base, store.Path);
        var (text, activity) = NotebookForm.Read(notebook);
        var state = new NotebookState(text, activity, new EditHistory(options.Clock, options.UndoPause))
        {
            Repairs = notebook.Repairs,
            IsTrusted = store.IsTrusted,
        };
        if (store.Drafts.Read() is { } draft && !draft.Text.LooksLike(text))
        {
            return state.Restore(draft, DraftJournal.Hash(store.Base));
        }

        store.Drafts.Remove();
        return state;
    }
}
