using NotebookSession;

namespace Course.Store;

/// <summary>Where the notebooks that the page opens are kept.</summary>
public sealed record StoreOptions
{
    /// <summary>Where drafts, kept versions and trust are stored. Default: the user's local application data.</summary>
    public string DataFolder { get; init; } = Path.Combine(UserFolder.Location, "live");

    /// <summary>Whether the course's authors committed this file with this text. Default: asks the commit of the course that
    /// this program was built from; files elsewhere have nobody to vouch for them.</summary>
    public Func<string, string, bool> IsCommitted { get; init; } = (path, text) => CourseCommit.Own?.Holds(path, text) == true;

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
