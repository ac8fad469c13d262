using Course.Live.Editing;
using Course.Live.Files;
using NotebookKernel.Documents;

namespace Course.Live;

/// <summary>
/// Saving. Every edit is in the drafts after a moment and in the file after a few seconds; a file that another program
/// has changed meanwhile is not overwritten unasked, and whichever version loses is kept.
/// </summary>
public sealed partial class OpenNotebook
{
    private readonly NotebookStore _store;
    private readonly Lock _io = new(); // the file and the drafts; taken before the state's lock, never inside it
    private readonly ITimer _draftTimer, _saveTimer;
    private SaveState _saving = new(IsDirty: false);
    private int _version; // counts changes of what would be saved
    private bool _isDraftDue;

    /// <summary>Saves now.</summary>
    public Task<SaveResult> SaveAsync() => Task.Run(() => Save(overwrite: false));

    /// <summary>Looks whether another program has changed the file: without edits here the notebook is read anew (which
    /// can be undone), else there is a conflict. For when the page gets the focus.</summary>
    public void CheckFile()
    {
        lock (_io)
        {
            try
            {
                if (!_view.Saving.IsConflict && _store.Read() is { } file && file != _store.Base)
                {
                    MeetOther(file);
                }
            }
            catch (Exception e) when (e is IOException or NotebookFormatException)
            {
                Change(() => _saving = _saving with { Problem = e.Message });
            }
        }
    }

    /// <summary>Ends a conflict: the file becomes what is here; what it held is kept, and the result says where.</summary>
    public SaveResult KeepMine() => Save(overwrite: true);

    /// <summary>Ends a conflict: the notebook becomes what the file holds (which can be undone); what was here is kept.</summary>
    /// <returns>Where.</returns>
    /// <exception cref="NotebookFormatException">The file is no notebook now.</exception>
    /// <exception cref="IOException">The file can't be read, or what was here not be kept.</exception>
    public string TakeTheirs()
    {
        lock (_io)
        {
            var theirs = NotebookFile.ReadText(Path);
            var notebook = Notebook.Parse(theirs, Path);
            var kept = _store.Keep("mine", Snapshot().Mine(_store.Base));
            Load(theirs, notebook);
            return kept;
        }
    }

    /// <summary>The user has seen that a draft was restored.</summary>
    public void DismissRestored() => Change(() => _saving = _saving with { RestoredFrom = null });

    private SaveResult Save(bool overwrite)
    {
        lock (_io)
        {
            try
            {
                return Write(overwrite);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotebookFormatException)
            {
                Change(() => _saving = _saving with { Problem = e.Message });
                return new SaveResult.Failed(e.Message);
            }
        }
    }

    private SaveResult Write(bool overwrite)
    {
        var file = _store.Read();
        var isOther = file is not null && file != _store.Base;
        if (!overwrite && ((isOther && !MeetOther(file!)) || _view.Saving.IsConflict))
        {
            return new SaveResult.Conflict();
        }

        var now = Snapshot();
        var mine = now.Mine(_store.Base);
        var kept = overwrite && file is not null && file != mine ? _store.Keep("theirs", file) : null;
        if (mine != file)
        {
            _store.Write(mine);
        }

        if (_isTrusted)
        {
            _store.Trust();
        }

        _store.Drafts.Remove();
        Change(() => _saving = new SaveState(_version != now.Version)
        {
            LastSaved = _options.Clock.GetLocalNow(),
            RestoredFrom = _saving.RestoredFrom,
        });
        if (_version != now.Version)
        {
            WriteDraft();
        }

        return new SaveResult.Saved(kept);
    }

    // Another program wrote the file. True if the notebook here has become what it wrote.
    private bool MeetOther(string file)
    {
        if (_view.Saving.IsDirty)
        {
            Change(() => _saving = _saving with { IsConflict = true });
            return false;
        }

        Load(file, Notebook.Parse(file, Path));
        return true;
    }

    private void Load(string file, Notebook notebook)
    {
        var (text, activity) = NotebookForm.Read(notebook);
        _store.Base = file;
        _store.Drafts.Remove();
        Change(() =>
        {
            _history.Add("take the file's version", _text);
            var running = _activity.Where(entry => entry.Value.Status is CellStatus.Running or CellStatus.Queued);
            var hasRun = _activity.Where(entry => entry.Value.HasRun).Select(entry => entry.Key).ToHashSet();
            (_text, _activity) = (text, activity.SetItems(running));
            foreach (var cell in text.Cells.Where(cell => hasRun.Contains(cell.Id)))
            {
                Act(cell.Id, old => old with { HasRun = true });
            }

            _isTrusted = IsTrustedAsItIs();
            _saving = new SaveState(IsDirty: false) { LastSaved = _saving.LastSaved };
        });
    }

    private bool IsTrustedAsItIs() => _store.IsTrusted || _folder?.IsCommitted(Path) == true;

    private State Snapshot()
    {
        lock (_gate)
        {
            return new State(_text, _activity, _version);
        }
    }

    private sealed record State(
        NotebookText Text, System.Collections.Immutable.ImmutableDictionary<string, CellActivity> Activity, int Version)
    {
        public string Mine(string before) => NotebookForm.Write(before, Text, Activity);
    }
}
