using Course.Live.Files;
using Course.Live.State;
using NotebookSession.Documents;

namespace Course.Live;

/// <summary>
/// Saves an open notebook. Every edit is in the drafts after a moment and in the file after a few seconds; a file that another program
/// has changed meanwhile is not overwritten unasked, and whichever version loses is kept.
/// </summary>
public sealed class NotebookSaver : IAsyncDisposable
{
    private readonly NotebookHolder _state;
    private readonly NotebookStore _store;
    private readonly FileSync _file;
    private readonly SoonTimer _draft, _save;

    internal NotebookSaver(NotebookHolder state, NotebookStore store, LiveOptions options)
    {
        (_state, _store) = (state, store);
        _file = new FileSync(state, store, options.Clock);
        _draft = new SoonTimer(options.Clock, options.DraftAfter, _file.WriteDraft);
        _save = new SoonTimer(options.Clock, options.AutosaveAfter, Autosave);
        state.Changed += Schedule;
    }

    /// <summary>Saves now.</summary>
    public Task<SaveResult> SaveAsync() => Task.Run(() => _file.Save(overwrite: false));

    /// <summary>The user has seen that a draft was restored.</summary>
    public void DismissRestored() => _state.Change(now => now with { Saving = now.Saving with { RestoredFrom = null } });

    /// <summary>From now on, HTML and scripts of this notebook are shown as they are.</summary>
    public void Trust()
    {
        _store.Trust();
        _state.Change(now => now with { IsTrusted = true });
    }

    /// <summary>Looks whether another program has changed the file: without edits here the notebook is read anew (which
    /// can be undone), else there is a conflict. For when the page gets the focus.</summary>
    public void CheckFile() => _file.Check();

    /// <summary>Ends a conflict: the file becomes what is here; what it held is kept, and the result says where.</summary>
    public SaveResult KeepMine() => _file.Save(overwrite: true);

    /// <summary>Ends a conflict: the notebook becomes what the file holds (which can be undone); what was here is kept.</summary>
    /// <returns>Where.</returns>
    /// <exception cref="NotebookFormatException">The file is no notebook now.</exception>
    /// <exception cref="IOException">The file can't be read, or what was here not be kept.</exception>
    public string TakeTheirs() => _file.TakeTheirs();

    /// <summary>Saves what is to be saved.</summary>
    public async ValueTask DisposeAsync()
    {
        await _draft.DisposeAsync().ConfigureAwait(false);
        await _save.DisposeAsync().ConfigureAwait(false);
        if (_state.Now.Saving.IsDirty && _file.Save(overwrite: false) is not SaveResult.Saved)
        {
            _file.WriteDraft();
        }
    }

    // What was typed is in the drafts soon, however long the typing goes on.
    private void Schedule(NotebookState before, NotebookState after)
    {
        if (after.Version != before.Version)
        {
            _save.Restart();
            if (after.Text != before.Text)
            {
                _draft.Start();
            }
        }
    }

    private void Autosave()
    {
        if (_state.Now.Saving is { IsDirty: true, IsConflict: false })
        {
            _file.Save(overwrite: false);
        }
    }
}
