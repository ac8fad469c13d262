using Course.Live.Editing;
using Course.Live.Files;

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
            catch (Exception e) // of whatever kind: a timer's would end the program
            {
                Tell(e.Message);
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

    private void Tell(string problem) => Change(() => _saving = _saving with { Problem = problem });

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
