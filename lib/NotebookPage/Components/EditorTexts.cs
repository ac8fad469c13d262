using NotebookPage.Live;

namespace NotebookPage.Components;

/// <summary>What the editors of one tab hold, by cell: a text that they hold already is not sent to them again.</summary>
public sealed class EditorTexts
{
    private readonly Dictionary<string, (CellType Kind, string Text)> _held = [];

    /// <summary>Whether the cell has an editor in this tab: its text is then the editor's business.</summary>
    public bool Has(string cell) => _held.ContainsKey(cell);

    /// <summary>Its editor holds that text.</summary>
    public void Hold(LiveCell cell, string text) => _held[cell.Id] = (cell.Kind, text);

    /// <summary>Its editor is gone.</summary>
    public void Drop(string cell) => _held.Remove(cell);

    /// <summary>A cell that went, or became of another kind, took its editor with it.</summary>
    public void Keep(NotebookView view)
    {
        foreach (var id in _held.Keys.Where(id => view.Cell(id)?.Kind != _held[id].Kind).ToList())
        {
            _held.Remove(id);
        }
    }

    /// <summary>Undo, another tab, another program: what editors are to hold, and don't. They do from now on.</summary>
    public Dictionary<string, string> FromElsewhere(NotebookView view)
    {
        var changed = view.Cells.Where(cell => _held.TryGetValue(cell.Id, out var held) && held.Text != cell.Source).ToList();
        foreach (var cell in changed)
        {
            _held[cell.Id] = (_held[cell.Id].Kind, cell.Source);
        }

        return changed.ToDictionary(cell => cell.Id, cell => cell.Source);
    }
}
