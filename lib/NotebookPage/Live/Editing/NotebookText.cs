using System.Collections.Immutable;

namespace NotebookPage.Live.Editing;

/// <summary>What is edited of a notebook: a value, so that undo is to keep the one before.</summary>
internal sealed record NotebookText(ImmutableList<CellText> Cells)
{
    /// <summary>The cell's place, or -1.</summary>
    public int IndexOf(string? id) => Cells.FindIndex(cell => cell.Id == id);

    /// <summary>The cell, or null.</summary>
    public CellText? Find(string id) => Cells.Find(cell => cell.Id == id);

    public NotebookText Insert(int index, CellText cell) => new(Cells.Insert(index, cell));

    public NotebookText Insert(int index, IReadOnlyList<CellText> cells) => new(Cells.InsertRange(index, cells));

    /// <summary>Without these cells; the same value if none is there.</summary>
    public NotebookText Delete(IReadOnlyCollection<string> ids) =>
        Cells.RemoveAll(cell => ids.Contains(cell.Id)) is var left && left.Count == Cells.Count ? this : new(left);

    /// <summary>With one cell changed; the same value if it is gone or stays as it is.</summary>
    public NotebookText Change(string id, Func<CellText, CellText> change) =>
        Find(id) is { } cell && change(cell) is var changed && changed != cell ? new(Cells.Replace(cell, changed)) : this;

    /// <summary>With one cell moved; at the top and at the end it stays.</summary>
    public NotebookText Move(string id, int places)
    {
        var from = IndexOf(id);
        var to = Math.Clamp(from + places, 0, Cells.Count - 1);
        return from < 0 || to == from ? this : new(Cells.RemoveAt(from).Insert(to, Cells[from]));
    }

    /// <summary>With a cell cut in two; line breaks at the cut go.</summary>
    public NotebookText Split(string id, int position, CellText second)
    {
        var at = IndexOf(id);
        var source = Cells[at].Source;
        return new(Cells
            .SetItem(at, Cells[at] with { Source = source[..position].TrimEnd('\n') })
            .Insert(at + 1, second with { Source = source[position..].TrimStart('\n') }));
    }

    /// <summary>With a cell and the next one as one, of the first's kind.</summary>
    public NotebookText Merge(string id)
    {
        var at = IndexOf(id);
        return at < 0 || at + 1 == Cells.Count ? this : new(Cells
            .SetItem(at, Cells[at] with { Source = $"{Cells[at].Source}\n\n{Cells[at + 1].Source}" })
            .RemoveAt(at + 1));
    }

    /// <summary>Whether an editor shows the same: cells, kinds, texts.</summary>
    public bool LooksLike(NotebookText other) => Cells.Select(cell => (cell.Id, cell.Kind, cell.Source))
        .SequenceEqual(other.Cells.Select(cell => (cell.Id, cell.Kind, cell.Source)));
}
