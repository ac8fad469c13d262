namespace Course.Live;

/// <summary>What can change of one cell.</summary>
[Flags]
public enum CellAspects
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Its text.</summary>
    Source = 1,

    /// <summary>Its kind, or its tags.</summary>
    Kind = 2,

    /// <summary>Its outputs.</summary>
    Outputs = 4,

    /// <summary>Status, number, times.</summary>
    Status = 8,

    /// <summary>Whether it is stale, or why.</summary>
    Stale = 16,

    /// <summary>Whether its outputs are trusted.</summary>
    Trust = 32,
}

/// <summary>One change of an open notebook. Changes come one at a time, in order, each with the notebook after it.</summary>
/// <param name="Now">The notebook after the change.</param>
public abstract record NotebookChange(NotebookView Now)
{
    /// <summary>Cells came, went or moved; their contents may differ too.</summary>
    /// <param name="Now">The notebook after the change.</param>
    /// <param name="By">Who did it, as named in the call; null for undo, the file, or the notebook itself.</param>
    public sealed record Cells(NotebookView Now, string? By) : NotebookChange(Now);

    /// <summary>One cell changed.</summary>
    /// <param name="Now">The notebook after the change.</param>
    /// <param name="It">The cell after the change.</param>
    /// <param name="What">What of it.</param>
    /// <param name="By">Who edited it: an editor that hears of its own edit leaves its text alone.</param>
    public sealed record Cell(NotebookView Now, LiveCell It, CellAspects What, string? By) : NotebookChange(Now);

    /// <summary>The session, saving, trust, what can be undone, or the input that is waited for.</summary>
    public sealed record Notebook(NotebookView Now) : NotebookChange(Now);
}
