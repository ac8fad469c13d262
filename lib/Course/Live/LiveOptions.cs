using Course.Live.Files;
using NotebookSession;

namespace Course.Live;

/// <summary>What open notebooks need from their surroundings.</summary>
public sealed record LiveOptions
{
    /// <summary>Starts a session in a folder. Default: this program once more, in a process of its own.</summary>
    public Func<string, INotebookSession> StartSession { get; init; } = Running.ChildSession.Start;

    /// <summary>Where drafts, kept versions and trust are stored. Default: the user's local application data.</summary>
    public string DataFolder { get; init; } = Path.Combine(UserFolder.Location, "live");

    /// <summary>Whether the course's authors committed this file with this text. Default: asks the commit of the course that
    /// this program was built from; files elsewhere have nobody to vouch for them.</summary>
    public Func<string, string, bool> IsCommitted { get; init; } = (path, text) => CourseCommit.Own?.Holds(path, text) == true;

    /// <summary>How long after an edit it is in the drafts. Default: 300 ms.</summary>
    public TimeSpan DraftAfter { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How long after the last edit or output the notebook is saved. Default: 3 s. <see cref="Timeout.InfiniteTimeSpan"/>: never.</summary>
    public TimeSpan AutosaveAfter { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Edits of one cell with shorter pauses are undone together. Default: 1.5 s.</summary>
    public TimeSpan UndoPause { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>How long after the last tab was closed the session is ended, once it is idle. Default: 20 minutes.</summary>
    public TimeSpan EndSessionAfter { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
