using Course.Live.Files;

namespace Course.Live;

/// <summary>What is unsaved, and when it is written where.</summary>
public sealed partial class OpenNotebook
{
    // A draft that a crash left. If it was typed into another content of the file, both are there: a conflict.
    private void Restore()
    {
        if (_store.Drafts.Read() is not { } draft || draft.Text.LooksLike(_text))
        {
            _store.Drafts.Remove();
            return;
        }

        _history.Add("restore draft", _text);
        _text = draft.Text;
        _saving = new SaveState(IsDirty: true)
        {
            RestoredFrom = draft.Time,
            IsConflict = draft.Base != DraftJournal.Hash(_store.Base),
        };
    }

    // Something changed that a file would hold.
    private void Touch()
    {
        _version++;
        _saving = _saving with { IsDirty = true };
        _saveTimer.Change(_options.AutosaveAfter, Timeout.InfiniteTimeSpan);
    }

    // Something was typed: it is in the drafts soon, however long the typing goes on.
    private void TouchText()
    {
        Touch();
        if (!_isDraftDue)
        {
            _isDraftDue = true;
            _draftTimer.Change(_options.DraftAfter, Timeout.InfiniteTimeSpan);
        }
    }

    private void WriteDraft()
    {
        lock (_io)
        {
            try
            {
                lock (_gate)
                {
                    _isDraftDue = false;
                }

                if (Snapshot() is var now && _view.Saving.IsDirty)
                {
                    _store.Draft(now.Text);
                }
            }
            catch (Exception e) // of whatever kind: a timer's would end the program
            {
                Tell($"No draft could be written: {e.Message}");
            }
        }
    }

    private void Autosave()
    {
        if (_view.Saving is { IsDirty: true, IsConflict: false })
        {
            Save(overwrite: false);
        }
    }
}
