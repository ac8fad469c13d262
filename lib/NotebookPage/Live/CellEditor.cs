using System.Text.RegularExpressions;
using NotebookPage.Live.Editing;
using NotebookPage.Live.State;
using NotebookSession.Documents;

namespace NotebookPage.Live;

/// <summary>Edits an open notebook. Operations on a cell that is gone (another tab deleted it) do nothing.</summary>
public sealed class CellEditor
{
    private readonly NotebookHolder _state;
    private readonly INotebookStore _store;

    internal CellEditor(NotebookHolder state, INotebookStore store) => (_state, _store) = (state, store);

    /// <summary>Why <see cref="ResetAsync"/> is not available; null if it is.</summary>
    public string? WhyNoReset => _store.WhyNoOriginal;

    /// <summary>Replaces a cell's text.</summary>
    /// <param name="id">The cell.</param>
    /// <param name="source">The whole text.</param>
    public void Edit(string id, string source) =>
        Edit("typing", text => text.Change(id, cell => cell with { Source = source }), typedIn: id);

    /// <summary>Puts a picture into a text cell. Returns the name by which its text may show it, null if the cell is gone.</summary>
    /// <param name="id">The cell.</param>
    /// <param name="name">The name it should have.</param>
    /// <param name="mime">Such as image/png.</param>
    /// <param name="base64">The picture.</param>
    public string? Attach(string id, string name, string mime, string base64)
    {
        string? given = null;
        Edit("paste picture", text => text.Change(id, cell =>
        {
            (cell, given) = cell.Attach(name, mime, base64);
            return cell;
        }));
        return given;
    }

    /// <summary>Inserts a cell; without <paramref name="id"/>, at the top. Returns the new cell's id.</summary>
    public string InsertAbove(string? id, CellType kind = CellType.Code, string source = "") =>
        Insert(text => Above(text, id), kind, source);

    /// <summary>Inserts a cell; without <paramref name="id"/>, at the end. Returns the new cell's id.</summary>
    public string InsertBelow(string? id, CellType kind = CellType.Code, string source = "") =>
        Insert(text => Below(text, id), kind, source);

    /// <summary>Deletes cells.</summary>
    public void Delete(params IReadOnlyCollection<string> ids) => Edit("delete cell", text => text.Delete(ids));

    /// <summary>Copies cells.</summary>
    public CopiedCells Copy(params IReadOnlyCollection<string> ids) =>
        new([.. _state.Now.Text.Cells.Where(cell => ids.Contains(cell.Id))]);

    /// <summary>Inserts copied cells; without <paramref name="id"/>, at the end. Returns the last one's id, null if there is none.</summary>
    public string? PasteBelow(string? id, CopiedCells cells) => Paste(text => Below(text, id), cells);

    /// <summary>Inserts copied cells; without <paramref name="id"/>, at the top. Returns the last one's id, null if there is none.</summary>
    public string? PasteAbove(string? id, CopiedCells cells) => Paste(text => Above(text, id), cells);

    /// <summary>Moves a cell by a number of places, up if negative.</summary>
    public void Move(string id, int places) => Edit("move cell", text => text.Move(id, places));

    /// <summary>Makes it code, Markdown or raw.</summary>
    public void ChangeKind(string id, CellType kind) =>
        Edit("change kind", text => text.Change(id, cell => cell with { Kind = kind }));

    /// <summary>Cuts a cell in two at a position; the first part keeps the id. Returns the second part's id, or null if the
    /// cell is gone.</summary>
    public string? Split(string id, int position)
    {
        var (before, after) = Edit("split cell", text => text.Find(id) is { } cell
            ? text.Split(id, Math.Clamp(position, 0, cell.Source.Length), CellText.New(cell.Kind, ""))
            : text);
        return before == after ? null : after.Cells[after.IndexOf(id) + 1].Id;
    }

    /// <summary>Appends the cells that follow to this one.</summary>
    /// <param name="id">The first cell.</param>
    /// <param name="others">How many.</param>
    public void MergeBelow(string id, int others = 1) =>
        Edit("merge cells", text => Enumerable.Range(0, others).Aggregate(text, (merged, _) => merged.Merge(id)));

    /// <summary>Replaces a text wherever it stands in cells, in capitals or not. Returns how often it did.</summary>
    public int Replace(string text, string by)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        var count = 0;
        Edit("replace", all =>
        {
            count = 0;
            return all.Cells.Aggregate(all, (now, cell) => now.Change(cell.Id, old => old with
            {
                Source = Regex.Replace(old.Source, Regex.Escape(text), _ => (by, count++).by, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant),
            }));
        });
        return count;
    }

    /// <summary>Puts another name in all those places, if they all say the same still.</summary>
    public void Rename(IReadOnlyList<PlaceInCell> places, string name) => Edit("rename", all =>
        places.Select(place => NameAt(all, place)).Distinct().ToList() is [not null]
            ? places.OrderByDescending(place => place.Start).Aggregate(all, (text, place) => text.Change(
                place.Cell, cell => cell with { Source = cell.Source.Remove(place.Start, place.Length).Insert(place.Start, name) }))
            : all);

    /// <summary>Takes back the last edit, in whichever cell. Deleted cells come back with their outputs.</summary>
    public void Undo() => _state.Change(now => now.Undo());

    /// <summary>Does again what was taken back.</summary>
    public void Redo() => _state.Change(now => now.Redo());

    /// <summary>Puts the lesson back to its original, without outputs. Can be undone.</summary>
    /// <exception cref="InvalidOperationException">It has none, see <see cref="WhyNoReset"/>.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public async Task ResetAsync()
    {
        var original = await _store.OriginalAsync().ConfigureAwait(false) ?? throw new InvalidOperationException(WhyNoReset);
        var (text, _) = FileFormat.Read(Notebook.Parse(original, _store.Name));
        _state.Change(now => now.Edit("reset", _ => text).ClearOutputs());
    }

    /// <summary>Removes a cell's outputs; without <paramref name="id"/>, all cells'.</summary>
    public void ClearOutputs(string? id = null) => _state.Change(now => now.ClearOutputs(id));

    private static string? NameAt(NotebookText text, PlaceInCell place) =>
        text.Find(place.Cell) is { } cell && place.Start + place.Length <= cell.Source.Length ? cell.Source.Substring(place.Start, place.Length) : null;

    private static int Above(NotebookText text, string? id) => Math.Max(text.IndexOf(id), 0);

    private static int Below(NotebookText text, string? id) => text.IndexOf(id) is >= 0 and var at ? at + 1 : text.Cells.Count;

    private string? Paste(Func<NotebookText, int> place, CopiedCells cells)
    {
        var (before, after) = _state.Change(now => now.Paste(place, cells.Texts));
        return cells.Texts.Count == 0 ? null : after.Text.Cells[place(before.Text) + cells.Texts.Count - 1].Id;
    }

    private string Insert(Func<NotebookText, int> place, CellType kind, string source)
    {
        var cell = CellText.New(kind, source);
        Edit("insert cell", text => text.Insert(place(text), cell));
        return cell.Id;
    }

    private (NotebookText Before, NotebookText After) Edit(string name, Func<NotebookText, NotebookText> edit, string? typedIn = null)
    {
        var (before, after) = _state.Change(now => now.Edit(name, edit, typedIn));
        return (before.Text, after.Text);
    }
}
