using NotebookPage.Live.Editing;
using NotebookSession.Documents;

namespace NotebookPage.Live.State;

/// <summary>Editing.</summary>
internal static class Edits
{
    /// <summary>With another text, which can be undone.</summary>
    /// <param name="now">The state before.</param>
    /// <param name="name">What the step is called: "delete cell".</param>
    /// <param name="edit">The text's change.</param>
    /// <param name="typedIn">The cell that was typed in; null for other steps.</param>
    public static NotebookState Edit(
        this NotebookState now, string name, Func<NotebookText, NotebookText> edit, string? typedIn = null) =>
        edit(now.Text) is var text && text == now.Text
            ? now
            : (now with { Text = text, History = now.History.Add(name, now.Text, typedIn) }).Touched();

    /// <summary>With copies of cells, and of what they have shown where they are this notebook's. Cells that were cut come back themselves.</summary>
    public static NotebookState Paste(this NotebookState now, Func<NotebookText, int> place, IReadOnlyList<CellText> copies)
    {
        var news = copies.Select(cell => now.Text.Find(cell.Id) is null ? cell : cell with { Id = CellText.NewId() }).ToList();
        var shown = copies.Zip(news).Where(pair => now.Activity.ContainsKey(pair.First.Id)).Select(pair => KeyValuePair.Create(
            pair.Second.Id, now.ActivityOf(pair.First.Id) with { HasRun = false, Status = CellStatus.Idle, Before = null }));
        var pasted = now.Edit("paste cells", text => text.Insert(place(text), news));
        return pasted with { Activity = pasted.Activity.SetItems(shown) };
    }

    public static NotebookState Undo(this NotebookState now) => now.Become(now.History.Undo(now.Text));

    public static NotebookState Redo(this NotebookState now) => now.Become(now.History.Redo(now.Text));

    /// <summary>Without a cell's outputs; without <paramref name="id"/>, without all cells'.</summary>
    public static NotebookState ClearOutputs(this NotebookState now, string? id = null) => now.Text.Cells
        .Where(cell => id is null || cell.Id == id)
        .Aggregate(now, (state, cell) => state.Act(
            cell.Id, activity => activity with { Outputs = ShownOutputs.None, ExecutionCount = null }))
        .Touched();

    private static NotebookState Become(this NotebookState now, (NotebookText Text, EditHistory History)? step) =>
        step is var (text, history) ? (now with { Text = text, History = history }).Touched() : now;
}
