using Course.Authoring;
using NotebookPage.Live;
using NotebookSession.Documents;

namespace Course.Store;

/// <summary>One notebook's file, and what is kept for it elsewhere: drafts, versions that lost a conflict, trust.</summary>
/// <param name="path">The file.</param>
/// <param name="folder">The course that it may belong to, for its original.</param>
/// <param name="options">Where the rest is kept.</param>
public sealed class FileStore(string path, NotebookFolder? folder, StoreOptions options) : INotebookStore
{
    private readonly DraftFile _draft = new(options.DataFolder, Path.GetFullPath(path));
    private readonly KeptVersions _kept = new(options.DataFolder, options.Clock);
    private readonly TrustStore _trust = new(options.DataFolder);

    /// <inheritdoc/>
    public string Name { get; } = Path.GetFullPath(path);

    /// <inheritdoc/>
    public string? WhyNoOriginal => folder?.HasOriginal(Name) == true ? null : "This notebook is no lesson of the course: it has no original.";

    /// <inheritdoc/>
    public Task<string?> ReadAsync() => Task.FromResult(File.Exists(Name) ? NotebookFile.ReadText(Name) : null);

    /// <inheritdoc/>
    public Task WriteAsync(string text) => Done(() => NotebookFile.WriteText(Name, text));

    /// <inheritdoc/>
    public Task<string> KeepAsync(string whose, string text) => Task.FromResult(_kept.Keep(Name, whose, text));

    /// <inheritdoc/>
    public Task<string?> ReadDraftAsync() => Task.FromResult(_draft.Read());

    /// <inheritdoc/>
    public Task WriteDraftAsync(string draft) => Done(() => _draft.Write(draft));

    /// <inheritdoc/>
    public Task RemoveDraftAsync() => Done(_draft.Remove);

    /// <summary>Whether this user has trusted that text, or the course's authors have committed it. Git is asked aside.</summary>
    public Task<bool> IsTrustedAsync(string text) => _trust.Contains(text) ? Task.FromResult(true) : Task.Run(() => options.IsCommitted(Name, text));

    /// <inheritdoc/>
    public Task TrustAsync(string text) => Done(() => _trust.Add(text));

    /// <inheritdoc/>
    /// <exception cref="LessonSourceException">The lesson's source cannot be understood.</exception>
    public Task<string?> OriginalAsync() =>
        Task.FromResult(folder is null ? null : Author.Original(folder.Root, Name)?.ToText(Name));

    private static Task Done(Action write)
    {
        write();
        return Task.CompletedTask;
    }
}
