using Course.Authoring;
using Course.Live.Editing;
using Course.Live.Files;

namespace Course.Live;

/// <summary>Editing. Operations on a cell that is gone (another tab deleted it) do nothing.</summary>
public sealed partial class OpenNotebook
{
    private readonly NotebookFolder? _folder;

    /// <summary>Why <see cref="Reset"/> is not available; null if it is.</summary>
    public string? WhyNoReset => _folder?.HasOriginal(Path) == true ? null : "This notebook is no lesson of the course: it has no original.";

    /// <summary>Replaces a cell's text.</summary>
    /// <param name="id">The cell.</param>
    /// <param name="source">The whole text.</param>
    public void Edit(string id, string source) =>
        Edit("typing", text => text.Change(id, cell => cell with { Source = source }), typedIn: id);

    /// <summary>Inserts a cell; without <paramref name="id"/>, at the top. Returns the new cell's id.</summary>
    public string InsertAbove(string? id, CellKind kind = CellKind.Code, string source = "") =>
        Insert(text => Math.Max(text.IndexOf(id), 0), kind, source);

    /// <summary>Inserts a cell; without <paramref name="id"/>, at the end. Returns the new cell's id.</summary>
    public string InsertBelow(string? id, CellKind kind = CellKind.Code, string source = "") =>
        Insert(text => text.IndexOf(id) is >= 0 and var at ? at + 1 : text.Cells.Count, kind, source);

    /// <summary>Deletes a cell.</summary>
    public void Delete(string id) =>
        Edit("delete cell", text => text.Find(id) is null ? text : text.Delete(id));

    /// <summary>Moves a cell by a number of places, up if negative.</summary>
    public void Move(string id, int places) => Edit("move cell", text => text.Move(id, places));

    /// <summary>Makes it code, Markdown or raw.</summary>
    public void ChangeKind(string id, CellKind kind) =>
        Edit("change kind", text => text.Change(id, cell => cell with { Kind = kind }));

    /// <summary>Cuts a cell in two at a position; the first part keeps the id. Returns the second part's id, or null if the
    /// cell is gone.</summary>
    public string? Split(string id, int position)
    {
        CellText? second = null;
        Edit("split cell", text =>
        {
            if (text.Find(id) is not { } cell)
            {
                return text;
            }

            second = CellText.New(cell.Kind, "");
            return text.Split(id, Math.Clamp(position, 0, cell.Source.Length), second);
        });
        return second?.Id;
    }

    /// <summary>Appends the next cell to this one.</summary>
    public void MergeBelow(string id) => Edit("merge cells", text => text.Merge(id));

    /// <summary>Takes back the last edit, in whichever cell. Deleted cells come back with their outputs.</summary>
    public void Undo() => Change(() => Become(_history.Undo(_text)));

    /// <summary>Does again what was taken back.</summary>
    public void Redo() => Change(() => Become(_history.Redo(_text)));

    /// <summary>Puts the lesson back to its original, without outputs. Can be undone.</summary>
    /// <exception cref="InvalidOperationException">It has none, see <see cref="WhyNoReset"/>.</exception>
    /// <exception cref="LessonSourceException">The lesson's source cannot be understood.</exception>
    public void Reset()
    {
        var original = _folder is null ? null : Author.Original(_folder.Root, Path);
        var (text, _) = NotebookForm.Read(original ?? throw new InvalidOperationException(WhyNoReset));
        Edit("reset", _ => text);
        ClearOutputs();
    }

    /// <summary>Removes a cell's outputs; without <paramref name="id"/>, all cells'.</summary>
    public void ClearOutputs(string? id = null) => Change(() =>
    {
        foreach (var cell in _text.Cells.Where(cell => id is null || cell.Id == id))
        {
            Act(cell.Id, activity => activity with { Outputs = NotebookSession.Documents.ShownOutputs.None, ExecutionCount = null });
        }

        Touch();
    });

    /// <summary>From now on, HTML and scripts of this notebook are shown as they are.</summary>
    public void Trust()
    {
        _store.Trust();
        Change(() => _isTrusted = true);
    }

    private void Edit(string name, Func<NotebookText, NotebookText> edit, string? typedIn = null) => Change(() =>
    {
        var before = _text;
        _text = edit(before);
        if (_text != before)
        {
            _history.Add(name, before, typedIn);
            TouchText();
        }
    });

    private string Insert(Func<NotebookText, int> place, CellKind kind, string source)
    {
        var cell = CellText.New(kind, source);
        Edit("insert cell", text => text.Insert(place(text), cell));
        return cell.Id;
    }

    private void Become(NotebookText? text)
    {
        if (text is not null)
        {
            _text = text;
            TouchText();
        }
    }
}
