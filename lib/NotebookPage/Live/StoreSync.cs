using NotebookPage.Live.State;
using NotebookSession.Documents;

namespace NotebookPage.Live;

/// <summary>An open notebook ⇄ its store and its draft there, one step at a time.</summary>
/// <param name="state">The notebook.</param>
/// <param name="store">Where it is kept.</param>
/// <param name="text">What was read there.</param>
/// <param name="clock">The clock.</param>
internal sealed class StoreSync(NotebookHolder state, INotebookStore store, string text, TimeProvider clock)
{
    private string _base = text; // the store's text when it was last read or written here
    private Task _last = Task.CompletedTask; // the step that goes before the next one

    /// <summary>The notebook as it would be written.</summary>
    public string Text => Mine(state.Now);

    /// <summary>Writes the notebook.</summary>
    /// <param name="overwrite">Whether to replace what another program wrote; that is kept.</param>
    public Task<SaveResult> SaveAsync(bool overwrite) => InTurnAsync(async () =>
    {
        try
        {
            return await WriteAsync(overwrite).ConfigureAwait(false);
        }
        catch (Exception e) // of whatever kind: a timer's would end the program
        {
            Tell(e.Message);
            return new SaveResult.Failed(e.Message);
        }
    });

    /// <summary>Notes what is unsaved.</summary>
    public Task WriteDraftAsync() => InTurnAsync(async () =>
    {
        try
        {
            return state.Now is { Saving.IsDirty: true } now && await DraftAsync(now).ConfigureAwait(false);
        }
        catch (Exception e) // of whatever kind: a timer's would end the program
        {
            Tell($"No draft could be written: {e.Message}");
            return false;
        }
    });

    /// <summary>Looks whether another program has written the notebook. True if the notebook here has become what it wrote.</summary>
    public Task<bool> CheckAsync() => InTurnAsync(async () =>
    {
        try
        {
            return !state.Now.Saving.IsConflict && await store.ReadAsync().ConfigureAwait(false) is { } now && now != _base
                && await MeetOtherAsync(now).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or NotebookFormatException)
        {
            Tell(e.Message);
            return false;
        }
    });

    /// <summary>The notebook becomes what the store holds; what was here is kept, and the result says where.</summary>
    public Task<string> TakeTheirsAsync() => InTurnAsync(async () =>
    {
        var theirs = await store.ReadAsync().ConfigureAwait(false) ?? throw new FileNotFoundException($"{store.Name}: it is not there any more.");
        var notebook = Notebook.Parse(theirs, store.Name);
        var kept = await store.KeepAsync("mine", Mine(state.Now)).ConfigureAwait(false);
        await LoadAsync(theirs, notebook).ConfigureAwait(false);
        return kept;
    });

    /// <summary>HTML and scripts of the notebook as the store has it are shown as they are from now on.</summary>
    public Task TrustAsync() => store.TrustAsync(_base);

    private async Task<T> InTurnAsync<T>(Func<Task<T>> step)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Interlocked.Exchange(ref _last, done.Task).ConfigureAwait(false);
        try
        {
            return await step().ConfigureAwait(false);
        }
        finally
        {
            done.SetResult();
        }
    }

    private async Task<SaveResult> WriteAsync(bool overwrite)
    {
        var theirs = await store.ReadAsync().ConfigureAwait(false);
        var isOther = theirs is not null && theirs != _base;
        if (!overwrite && ((isOther && !await MeetOtherAsync(theirs!).ConfigureAwait(false)) || state.Now.Saving.IsConflict))
        {
            return new SaveResult.Conflict();
        }

        var saved = state.Now;
        var mine = Mine(saved);
        var kept = overwrite && theirs is not null && theirs != mine ? await store.KeepAsync("theirs", theirs).ConfigureAwait(false) : null;
        if (mine != theirs)
        {
            await DraftAsync(saved).ConfigureAwait(false); // if the program ends between the next two steps, draft and file say the same
            await store.WriteAsync(mine).ConfigureAwait(false);
            _base = mine;
        }

        if (saved.IsTrusted)
        {
            await TrustAsync().ConfigureAwait(false);
        }

        await store.RemoveDraftAsync().ConfigureAwait(false);
        if (state.Change(now => now.Saved(saved.Version, clock.GetLocalNow())).After is { Saving.IsDirty: true } dirty)
        {
            await DraftAsync(dirty).ConfigureAwait(false);
        }

        return new SaveResult.Saved(kept);
    }

    private async Task<bool> DraftAsync(NotebookState now)
    {
        await store.WriteDraftAsync(new Draft(Draft.Hash(_base), clock.GetUtcNow(), now.Text).Write(store.Name)).ConfigureAwait(false);
        return true;
    }

    private async Task<bool> MeetOtherAsync(string theirs)
    {
        if (state.Now.Saving.IsDirty)
        {
            state.Change(now => now with { Saving = now.Saving with { IsConflict = true } });
            return false;
        }

        await LoadAsync(theirs, Notebook.Parse(theirs, store.Name)).ConfigureAwait(false);
        return true;
    }

    private async Task LoadAsync(string theirs, Notebook notebook)
    {
        var (read, activity) = FileFormat.Read(notebook);
        _base = theirs;
        await store.RemoveDraftAsync().ConfigureAwait(false);
        var isTrusted = await store.IsTrustedAsync(theirs).ConfigureAwait(false);
        state.Change(now => now.Load(read, activity, notebook.Repairs, isTrusted));
    }

    private void Tell(string problem) => state.Change(now => now with { Saving = now.Saving with { Problem = problem } });

    private string Mine(NotebookState now) => FileFormat.Write(_base, store.Name, now.Text, now.Activity);
}
