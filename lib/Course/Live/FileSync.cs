using Course.Live.Files;
using Course.Live.State;
using NotebookSession.Documents;

namespace Course.Live;

/// <summary>An open notebook ⇄ its file and its draft, one step at a time.</summary>
internal sealed class FileSync(NotebookHolder state, NotebookStore store, TimeProvider clock)
{
    private readonly Lock _io = new(); // the file and the draft

    /// <summary>Writes the file.</summary>
    /// <param name="overwrite">Whether to replace what another program wrote; that is kept.</param>
    public SaveResult Save(bool overwrite)
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

    /// <summary>Notes what is unsaved.</summary>
    public void WriteDraft()
    {
        lock (_io)
        {
            try
            {
                if (state.Now is { Saving.IsDirty: true } now)
                {
                    store.Draft(now.Text);
                }
            }
            catch (Exception e) // of whatever kind: a timer's would end the program
            {
                Tell($"No draft could be written: {e.Message}");
            }
        }
    }

    /// <summary>Looks whether another program has changed the file.</summary>
    public void Check()
    {
        lock (_io)
        {
            try
            {
                if (!state.Now.Saving.IsConflict && store.Read() is { } file && file != store.Base)
                {
                    MeetOther(file);
                }
            }
            catch (Exception e) when (e is IOException or NotebookFormatException)
            {
                Tell(e.Message);
            }
        }
    }

    /// <summary>The notebook becomes what the file holds; what was here is kept, and the result says where.</summary>
    public string TakeTheirs()
    {
        lock (_io)
        {
            var theirs = NotebookFile.ReadText(store.Path);
            var notebook = Notebook.Parse(theirs, store.Path);
            var kept = store.Keep("mine", Mine(state.Now));
            Load(theirs, notebook);
            return kept;
        }
    }

    private SaveResult Write(bool overwrite)
    {
        var file = store.Read();
        var isOther = file is not null && file != store.Base;
        if (!overwrite && ((isOther && !MeetOther(file!)) || state.Now.Saving.IsConflict))
        {
            return new SaveResult.Conflict();
        }

        var saved = state.Now;
        var mine = Mine(saved);
        var kept = overwrite && file is not null && file != mine ? store.Keep("theirs", file) : null;
        if (mine != file)
        {
            store.Write(mine);
        }

        if (saved.IsTrusted)
        {
            store.Trust();
        }

        store.Drafts.Remove();
        if (state.Change(now => now.Saved(saved.Version, clock.GetLocalNow())).After.Saving.IsDirty)
        {
            WriteDraft();
        }

        return new SaveResult.Saved(kept);
    }

    // Another program wrote the file. True if the notebook here has become what it wrote.
    private bool MeetOther(string file)
    {
        if (state.Now.Saving.IsDirty)
        {
            state.Change(now => now with { Saving = now.Saving with { IsConflict = true } });
            return false;
        }

        Load(file, Notebook.Parse(file, store.Path));
        return true;
    }

    private void Load(string file, Notebook notebook)
    {
        var (text, activity) = NotebookForm.Read(notebook);
        store.Base = file;
        store.Drafts.Remove();
        var isTrusted = store.IsTrusted;
        state.Change(now => now.Load(text, activity, notebook.Repairs, isTrusted));
    }

    private void Tell(string problem) => state.Change(now => now with { Saving = now.Saving with { Problem = problem } });

    private string Mine(NotebookState now) => NotebookForm.Write(store.Base, store.Path, now.Text, now.Activity);
}
