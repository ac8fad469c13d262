namespace NotebookSession.Showing;

/// <summary>What lasts from one cell of a session to the next, beside what the cells declare.</summary>
/// <param name="Options">What the session was given.</param>
internal sealed record SessionScope(SessionOptions Options)
{
    private int _displays;

    /// <summary>The lines that cells ask for.</summary>
    public InputLines Input { get; } = new();

    /// <summary>The cultures and AsyncLocals that the last cell ended with.</summary>
    public ExecutionContext? Context { get; set; }

    /// <summary>A name for a display that can be updated.</summary>
    public string NextDisplayId() => $"display-{Interlocked.Increment(ref _displays)}";
}
