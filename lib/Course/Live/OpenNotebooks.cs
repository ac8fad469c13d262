#pragma warning disable CS9113, CS0067
namespace Course.Live;

/// <summary>The notebooks that are open: one <see cref="OpenNotebook"/> for a file, however many tabs show it.</summary>
public sealed class OpenNotebooks(NotebookFolder folder, LiveOptions? options = null) : IAsyncDisposable
{
    /// <summary>What may be opened.</summary>
    public NotebookFolder Folder { get; } = folder;

    /// <summary>The notebook of that name, opened and its session being started if it wasn't; null if there is none.</summary>
    /// <exception cref="NotebookKernel.Documents.NotebookFormatException">The file is no notebook.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public OpenNotebook? Open(string name) => throw new NotImplementedException();

    /// <summary>Saves and closes a notebook and ends its session, if it is open.</summary>
    public Task CloseAsync(string name) => throw new NotImplementedException();

    /// <summary>Saves and closes all.</summary>
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
