using NotebookSession;

namespace NotebookPage.Live;

/// <summary>What open notebooks need from their surroundings.</summary>
/// <param name="StartSession">Starts a session for the notebook of that name (<see cref="INotebookStore.Name"/>).</param>
public sealed record LiveOptions(Func<string, INotebookSession> StartSession)
{
    /// <summary>How long after an edit it is in the drafts. Default: 300 ms.</summary>
    public TimeSpan DraftAfter { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How long after the last edit or output the notebook is saved. Default: 3 s. <see cref="Timeout.InfiniteTimeSpan"/>: never.</summary>
    public TimeSpan AutosaveAfter { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Edits of one cell with shorter pauses are undone together. Default: 1.5 s.</summary>
    public TimeSpan UndoPause { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>How long after the last tab was closed the session is ended, once it is idle. Default: 20 minutes.</summary>
    public TimeSpan EndSessionAfter { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>Where copied cells are. Default: in memory.</summary>
    public IClipboard Clipboard { get; init; } = new Clipboard();

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
