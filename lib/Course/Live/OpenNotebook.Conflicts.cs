using Course.Live.Files;
using NotebookSession.Documents;

namespace Course.Live;

/// <summary>Other programs that write the same file.</summary>
public sealed partial class OpenNotebook
{
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
                Tell(e.Message);
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
        var isTrusted = _store.IsTrusted;
        Change(() =>
        {
            _history.Add("take the file's version", _text);
            var running = _activity.Where(entry => entry.Value.Status is CellStatus.Running or CellStatus.Queued);
            var hasRun = _activity.Where(entry => entry.Value.HasRun).Select(entry => entry.Key).ToHashSet();
            (_text, _activity, _repairs) = (text, activity.SetItems(running), notebook.Repairs);
            foreach (var cell in text.Cells.Where(cell => hasRun.Contains(cell.Id)))
            {
                Act(cell.Id, old => old with { HasRun = true });
            }

            _isTrusted = isTrusted;
            _saving = new SaveState(IsDirty: false) { LastSaved = _saving.LastSaved };
        });
    }
}
