namespace Course.Live.Editing;

/// <summary>What can be undone and done again. Typing in one cell without a pause is one step.</summary>
internal sealed class EditHistory(TimeProvider clock, TimeSpan pause)
{
    private const int Longest = 200;

    private readonly LinkedList<Step> _done = [];
    private readonly Stack<Step> _undone = [];
    private DateTimeOffset _last;

    /// <summary>What an undo takes back; null if there is nothing.</summary>
    public string? Undoable => _done.Last?.Value.Name;

    /// <summary>What a redo does again; null if there is nothing.</summary>
    public string? Redoable => _undone.TryPeek(out var step) ? step.Name : null;

    /// <summary>Notes a step.</summary>
    /// <param name="name">What it is: "delete cell".</param>
    /// <param name="before">The text before it.</param>
    /// <param name="typedIn">The cell that was typed in; null for other steps.</param>
    public void Add(string name, NotebookText before, string? typedIn = null)
    {
        var now = clock.GetUtcNow();
        var goesOn = typedIn is not null && _done.Last?.Value.TypedIn == typedIn && _undone.Count == 0 && now - _last < pause;
        _last = now;
        _undone.Clear();
        if (!goesOn)
        {
            _done.AddLast(new Step(name, before, typedIn));
        }

        if (_done.Count > Longest)
        {
            _done.RemoveFirst();
        }
    }

    /// <summary>The text before the last step; null if there is none.</summary>
    public NotebookText? Undo(NotebookText now)
    {
        if (_done.Last is not { Value: var step })
        {
            return null;
        }

        _done.RemoveLast();
        _undone.Push(step with { Text = now });
        return step.Text;
    }

    /// <summary>The text after the step that was undone last; null if there is none.</summary>
    public NotebookText? Redo(NotebookText now)
    {
        if (!_undone.TryPop(out var step))
        {
            return null;
        }

        _done.AddLast(step with { Text = now, TypedIn = null });
        return step.Text;
    }

    private sealed record Step(string Name, NotebookText Text, string? TypedIn);
}
