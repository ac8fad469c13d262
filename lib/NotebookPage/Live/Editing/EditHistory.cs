using System.Collections.Immutable;

namespace NotebookPage.Live.Editing;

/// <summary>What can be undone and done again. Typing in one cell without a pause is one step.</summary>
/// <param name="Clock">Tells how long a pause was.</param>
/// <param name="Pause">The longest within one step.</param>
internal sealed record EditHistory(TimeProvider Clock, TimeSpan Pause)
{
    private const int Longest = 200;

    private ImmutableList<Step> Done { get; init; } = [];

    private ImmutableStack<Step> Undone { get; init; } = [];

    private DateTimeOffset Last { get; init; }

    /// <summary>What an undo takes back; null if there is nothing.</summary>
    public string? Undoable => Done.IsEmpty ? null : Done[^1].Name;

    /// <summary>What a redo does again; null if there is nothing.</summary>
    public string? Redoable => Undone.IsEmpty ? null : Undone.Peek().Name;

    /// <summary>With one step more.</summary>
    /// <param name="name">What it is: "delete cell".</param>
    /// <param name="before">The text before it.</param>
    /// <param name="typedIn">The cell that was typed in; null for other steps.</param>
    public EditHistory Add(string name, NotebookText before, string? typedIn = null)
    {
        var now = Clock.GetUtcNow();
        var goesOn = typedIn is not null && !Done.IsEmpty && Done[^1].TypedIn == typedIn && Undone.IsEmpty && now - Last < Pause;
        var done = goesOn ? Done : Done.Add(new Step(name, before, typedIn));
        return this with { Done = done.Count > Longest ? done.RemoveAt(0) : done, Undone = [], Last = now };
    }

    /// <summary>The text before the last step, and the history then; null if there is none.</summary>
    public (NotebookText, EditHistory)? Undo(NotebookText now) => Done.IsEmpty ? null : (Done[^1].Text, this with
    {
        Done = Done.RemoveAt(Done.Count - 1),
        Undone = Undone.Push(Done[^1] with { Text = now }),
    });

    /// <summary>The text after the step that was undone last, and the history then; null if there is none.</summary>
    public (NotebookText, EditHistory)? Redo(NotebookText now) => Undone.IsEmpty ? null : (Undone.Peek().Text, this with
    {
        Done = Done.Add(Undone.Peek() with { Text = now, TypedIn = null }),
        Undone = Undone.Pop(),
    });

    private sealed record Step(string Name, NotebookText Text, string? TypedIn);
}
