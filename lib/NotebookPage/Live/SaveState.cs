namespace NotebookPage.Live;

/// <summary>How the notebook's file is.</summary>
/// <param name="IsDirty">Whether there is something to save.</param>
public sealed record SaveState(bool IsDirty)
{
    /// <summary>When it was last saved from here.</summary>
    public DateTimeOffset? LastSaved { get; init; }

    /// <summary>The file was changed by another program since it was read, and so was the notebook here: nothing is
    /// written until the user has chosen <see cref="NotebookSaver.KeepMineAsync"/> or <see cref="NotebookSaver.TakeTheirsAsync"/>.</summary>
    public bool IsConflict { get; init; }

    /// <summary>Why the last attempt to save failed, in one line: no permission, no space.</summary>
    public string? Problem { get; init; }

    /// <summary>When the edits were made that a crash had left unsaved and that are restored here; null if there were none.</summary>
    public DateTimeOffset? RestoredFrom { get; init; }
}

/// <summary>What became of an attempt to save.</summary>
public abstract record SaveResult
{
    private SaveResult()
    {
    }

    /// <summary>The file holds the notebook.</summary>
    /// <param name="Kept">Where the version that it replaced lies, if another program had written that.</param>
    public sealed record Saved(string? Kept = null) : SaveResult;

    /// <summary>Another program changed the file: nothing was written.</summary>
    public sealed record Conflict : SaveResult;

    /// <summary>It could not be written; edits are safe in the drafts.</summary>
    /// <param name="Problem">Why, in one line.</param>
    public sealed record Failed(string Problem) : SaveResult;
}
