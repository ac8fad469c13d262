namespace NotebookPage.Live;

/// <summary>
/// Where one notebook is kept, and what belongs to it: a file with drafts beside it, or a browser's own database. Every method throws
/// an <see cref="IOException"/> that says in a line why it could not be done; nothing is written by halves.
/// </summary>
public interface INotebookStore
{
    /// <summary>What it is called in messages, and by which it is one of its kind: a file's full path.</summary>
    string Name { get; }

    /// <summary>Why <see cref="OriginalAsync"/> has nothing to give; null if it has.</summary>
    string? WhyNoOriginal { get; }

    /// <summary>What the user should know of this notebook when it is opened; null if there is nothing.</summary>
    string? News => null;

    /// <summary>The notebook's text (.ipynb) as it is kept now; null if it is gone.</summary>
    Task<string?> ReadAsync();

    /// <summary>Replaces that text.</summary>
    Task WriteAsync(string text);

    /// <summary>Keeps a version that another replaces, and tells where.</summary>
    /// <param name="whose">"mine" or "theirs".</param>
    /// <param name="text">The notebook's text.</param>
    Task<string> KeepAsync(string whose, string text);

    /// <summary>What was typed and not saved, as it was given to <see cref="WriteDraftAsync"/>; null if there is nothing.</summary>
    Task<string?> ReadDraftAsync();

    /// <summary>Replaces the draft.</summary>
    Task WriteDraftAsync(string draft);

    /// <summary>All is saved.</summary>
    Task RemoveDraftAsync();

    /// <summary>Whether HTML and scripts of a notebook with this text may be shown as they are.</summary>
    Task<bool> IsTrustedAsync(string text);

    /// <summary>From now on they may.</summary>
    Task TrustAsync(string text);

    /// <summary>The notebook's text as the course gives it out, without outputs; null if the course has none.</summary>
    Task<string?> OriginalAsync();
}
