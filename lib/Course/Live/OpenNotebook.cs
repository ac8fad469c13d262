using System.Collections.Immutable;
using Course.Live.Editing;
using Course.Live.Files;
using NotebookSession.Documents;

namespace Course.Live;

/// <summary>
/// A notebook that is open on the page: its text, its session, its file. All tabs that show a file share one. Every member
/// may be called from any thread, and none blocks for longer than reading or writing the file takes.
/// <code>
///   operation ─▶ state (under one lock) ─▶ NotebookView ─▶ Changed, to every tab
/// </code>
/// </summary>
public sealed partial class OpenNotebook : IAsyncDisposable
{
    private readonly LiveOptions _options;
    private readonly Lock _gate = new(); // the state; nothing waits while it is held
    private readonly ChangeFeed _feed = new();
    private readonly EditHistory _history;
    private readonly NamesOfCells _names = new();
    private NotebookText _text;
    private ImmutableDictionary<string, CellActivity> _activity;
    private IReadOnlyList<string> _repairs;
    private bool _isTrusted;
    private volatile NotebookView _view;

    private OpenNotebook(string path, NotebookFolder? folder, LiveOptions options)
    {
        (Path, _folder, _options) = (System.IO.Path.GetFullPath(path), folder, options);
        _history = new EditHistory(options.Clock, options.UndoPause);
        _store = new NotebookStore(Path, options);
        var notebook = Notebook.Parse(_store.Base, Path);
        (_text, _activity) = NotebookForm.Read(notebook);
        _repairs = notebook.Repairs;
        _isTrusted = _store.IsTrusted;
        _draftTimer = options.Clock.CreateTimer(_ => WriteDraft(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _saveTimer = options.Clock.CreateTimer(_ => Autosave(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        lock (_gate)
        {
            Restore();
            StartSession();
            _view = Look();
        }
    }

    /// <summary>Raised with the notebook after every change, one at a time and in order, from a thread of the notebook's own. A listener that
    /// throws hears no more.</summary>
    public event Action<NotebookView> Changed
    {
        add => _feed.Add(value);
        remove => _feed.Remove(value);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The notebook at this moment.</summary>
    public NotebookView View => _view;

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
        await _draftTimer.DisposeAsync().ConfigureAwait(false);
        await _saveTimer.DisposeAsync().ConfigureAwait(false);
        if (_view.Saving.IsDirty && Save(overwrite: false) is not SaveResult.Saved)
        {
            WriteDraft();
        }

        await EndSessionAsync().ConfigureAwait(false);
        await _feed.EndAsync().ConfigureAwait(false);
    }

    // Every change of the state goes through here.
    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            _view = Look();
            _feed.Tell(_view);
        }
    }

    private NotebookView Look()
    {
        var stale = _slot is null ? ImmutableDictionary<string, string>.Empty : _names.Stale(_text, _slot.Past);
        return new NotebookView([.. _text.Cells.Select(cell => Look(cell, stale))], SessionNow, _saving)
        {
            Undo = _history.Undoable,
            Redo = _history.Redoable,
            IsTrusted = _isTrusted,
            Input = _input,
            Repairs = _repairs,
        };
    }

    private LiveCell Look(CellText cell, IReadOnlyDictionary<string, string> stale)
    {
        var activity = ActivityOf(cell.Id);
        return new LiveCell(cell.Id, cell.Kind, cell.Source)
        {
            Tags = cell.Tags,
            Outputs = activity.Outputs.Items,
            ExecutionCount = activity.ExecutionCount,
            Status = activity.Status,
            HasRun = activity.HasRun,
            Stale = stale.GetValueOrDefault(cell.Id),
            LastRun = activity.LastRun,
            Duration = activity.Duration,
            IsTrusted = _isTrusted || activity.Run is not null,
        };
    }

    private CellActivity ActivityOf(string id) => _activity.GetValueOrDefault(id) ?? CellActivity.None;

    private void Act(string id, Func<CellActivity, CellActivity> act) => _activity = _activity.SetItem(id, act(ActivityOf(id)));
}
