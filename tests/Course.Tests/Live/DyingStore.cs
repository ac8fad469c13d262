using NotebookPage.Live;

namespace Course.Tests.Live;

/// <summary>A store whose program can end before a draft is removed.</summary>
internal sealed class DyingStore(INotebookStore store) : INotebookStore
{
    public bool IsDying { get; set; }

    public string Name => store.Name;

    public string? WhyNoOriginal => store.WhyNoOriginal;

    public Task<string?> ReadAsync() => store.ReadAsync();

    public Task WriteAsync(string text) => store.WriteAsync(text);

    public Task<string> KeepAsync(string whose, string text) => store.KeepAsync(whose, text);

    public Task<string?> ReadDraftAsync() => store.ReadDraftAsync();

    public Task WriteDraftAsync(string draft) => store.WriteDraftAsync(draft);

    public Task RemoveDraftAsync() => IsDying ? Task.FromException(new IOException("The program has ended.")) : store.RemoveDraftAsync();

    public Task<bool> IsTrustedAsync(string text) => store.IsTrustedAsync(text);

    public Task TrustAsync(string text) => store.TrustAsync(text);

    public Task<string?> OriginalAsync() => store.OriginalAsync();
}
