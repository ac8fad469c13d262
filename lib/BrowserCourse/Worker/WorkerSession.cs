using System.Runtime.InteropServices.JavaScript;
using System.Text.Json;
using NotebookSession;
using NotebookSession.Remote;

namespace BrowserCourse.Worker;

/// <summary>
/// A session in a worker of the browser, so that the page stays smooth whatever a cell does, and what cannot be stopped can be ended.
/// The other side is <see cref="SessionWorker"/>.
/// </summary>
public sealed partial class WorkerSession : RemoteSession
{
    private const string Module = "session.js";
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource<CellError> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly JSObject _worker;

    /// <summary>Starts a worker; <see cref="LoadAsync"/> was awaited before.</summary>
    /// <param name="folder">The notebook's folder, as cells see it: "/course/notebooks".</param>
    /// <param name="files">The files that cells find: path → address.</param>
    /// <param name="loading">Is told how many of how many files have been loaded.</param>
    public WorkerSession(string folder, IReadOnlyDictionary<string, string> files, Action<int, int> loading)
        : base(_grace)
    {
        _worker = Start(folder, JsonSerializer.Serialize(files), line => Receive(SessionMessage.Read(line).Message), loading, Fail);
    }

    /// <inheritdoc/>
    public override Task<CellError> Ended => _ended.Task;

    /// <inheritdoc/>
    protected override Task Gone => _ended.Task;

    /// <summary>Loads the script that starts workers; once, before the first session.</summary>
    public static Task LoadAsync() => JSHost.ImportAsync(Module, "../session/session.js"); // as seen from the runtime's own

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        End("SessionEnded", "the session has ended");
        _worker.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    protected override void Send(SessionMessage message)
    {
        if (!_ended.Task.IsCompleted)
        {
            Post(_worker, message.Write(), message is SessionMessage.Interrupt or SessionMessage.Answer);
        }
    }

    /// <inheritdoc/>
    protected override void End() => End(
        "Unstoppable", "the cell did not stop within a second, so its session was ended, and its variables are gone: run the cells above again");

    private void Fail(string why) => End(
        "SessionFailed", $"the browser could not run the session, or not any longer, and its variables are gone: {why}");

    private void End(string name, string message)
    {
        if (_ended.TrySetResult(new CellError(name, message, [message])))
        {
            Terminate(_worker);
        }
    }

    [JSImport("start", Module)]
    private static partial JSObject Start(
        string folder,
        string files,
        [JSMarshalAs<JSType.Function<JSType.String>>] Action<string> received,
        [JSMarshalAs<JSType.Function<JSType.Number, JSType.Number>>] Action<int, int> loading,
        [JSMarshalAs<JSType.Function<JSType.String>>] Action<string> failed);

    [JSImport("send", Module)]
    private static partial void Post(JSObject worker, string line, bool isUrgent);

    [JSImport("end", Module)]
    private static partial void Terminate(JSObject worker);
}
