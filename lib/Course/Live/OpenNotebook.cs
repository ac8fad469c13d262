#pragma warning disable CS9113, CS0067
namespace Course.Live;

/// <summary>
/// A notebook that is open on the page: its text, its session, its file. All tabs that show a file share one. Every member
/// may be called from any thread, and none blocks for longer than reading or writing the file takes.
/// <code>
///   operation ─▶ state (under one lock) ─▶ NotebookView ─▶ Changed, to every tab
/// </code>
/// </summary>
public sealed partial class OpenNotebook : IAsyncDisposable
{
    /// <summary>The file.</summary>
    public string Path => throw new NotImplementedException();

    /// <summary>The notebook at this moment.</summary>
    public NotebookView View => throw new NotImplementedException();

    /// <summary>Raised after every change, one at a time and in order, from a thread of the notebook's own. A listener that
    /// throws hears no more.</summary>
    public event Action<NotebookChange>? Changed;

    /// <summary>Saves what is to be saved, and ends the session.</summary>
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
