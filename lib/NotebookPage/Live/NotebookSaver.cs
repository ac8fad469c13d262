using NotebookPage.Live.State;
using NotebookSession.Documents;

namespace NotebookPage.Live;

/// <summary>
/// Saves an open notebook. Every edit is in the drafts after a moment and in the file after a few seconds; a file that another program
/// has changed meanwhile is not overwritten unasked, and whichever version loses is kept.
/// </summary>
public sealed class NotebookSaver : IAsyncDisposable
{
    private readonly NotebookHolder _state;
    private readonly StoreSync _store;
    private readonly SoonTimer _draft, _save;

    internal NotebookSaver(NotebookHolder state, StoreSync store, LiveOptions options)
    {
        (_state, _store) = (state, store);
        _draft = new SoonTimer(options.Clock, options.DraftAfter, () => _ = store.WriteDraftAsync());
        _save = new SoonTimer(options.Clock, options.AutosaveAfter, () => _ = AutosaveAsync());
        state.Changed += Schedule;
    }

    /// <summary>Saves now.</summary>
    public Task<SaveResult> SaveAsync() => Task.Run(() => _store.SaveAsync(overwrite: false));

    /// <summary>The notebook as it would be saved.</summary>
    public string Text => _store.Text;

    /// <summary>The user has seen that a draft was restored.</summary>
    public void DismissRestored() => _state.Change(now => now with { Saving = now.Saving with { RestoredFrom = null } });

    /// <summary>From now on, HTML and scripts of this notebook are shown as they are.</summary>
    public async Task TrustAsync()
    {
        await _store.TrustAsync().ConfigureAwait(false);
        _state.Change(now => now with { IsTrusted = true });
    }

    /// <summary>Looks whether another program has changed the file: without edits here the notebook is read anew (which
    /// can be undone), else there is a conflict. For when the page gets the focus.</summary>
    public Task CheckAsync() => _store.CheckAsync();

    /// <summary>Ends a conflict: the file becomes what is here; what it held is kept, and the result says where.</summary>
    public Task<SaveResult> KeepMineAsync() => _store.SaveAsync(overwrite: true);

    /// <summary>Ends a conflict: the notebook becomes what the file holds (which can be undone); what was here is kept.</summary>
    /// <returns>Where.</returns>
    /// <exception cref="NotebookFormatException">The file isn't a notebook now.</exception>
    /// <exception cref="IOException">The file can't be read, or what was here not be kept.</exception>
    public Task<string> TakeTheirsAsync() => _store.TakeTheirsAsync();

    /// <summary>Saves what is to be saved.</summary>
    public async ValueTask DisposeAsync()
    {
        await _draft.DisposeAsync().ConfigureAwait(false);
        await _save.DisposeAsync().ConfigureAwait(false);
        if (_state.Now.Saving.IsDirty && await _store.SaveAsync(overwrite: false).ConfigureAwait(false) is not SaveResult.Saved)
        {
            await _store.WriteDraftAsync().ConfigureAwait(false);
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

    private async Task AutosaveAsync()
    {
        if (_state.Now.Saving is { IsDirty: true, IsConflict: false })
        {
            await _store.SaveAsync(overwrite: false).ConfigureAwait(false);
        }
    }
}
