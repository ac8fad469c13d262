using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookSession.Remote;

/// <summary>The session's side of a <see cref="RemoteSession"/>: does what the other side's messages say.</summary>
public sealed class SessionService
{
    private readonly INotebookSession _session;
    private readonly Action<SessionMessage> _send;
    private Action _interrupt = () => { };

    /// <summary>Begins to serve.</summary>
    /// <param name="session">Runs the cells.</param>
    /// <param name="warmUp">When it completes, the other side hears that the session is ready.</param>
    /// <param name="send">Sends a message to the other side, from any thread.</param>
    public SessionService(INotebookSession session, Task warmUp, Action<SessionMessage> send)
    {
        (_session, _send) = (session, send);
        session.InputWanted += wanted => send(new SessionMessage.Want(wanted));
        _ = warmUp.ContinueWith(_ => send(new SessionMessage.Ready()), TaskScheduler.Default);
    }

    /// <summary>Takes a message; null is ignored.</summary>
    public void Receive(SessionMessage? message)
    {
        switch (message)
        {
            case SessionMessage.Execute(var cell, var request):
                var stop = new CancellationTokenSource();
                _interrupt = () => _ = stop.CancelAsync();
                _ = Task.Run(() => ExecuteAsync(cell, request, stop.Token));
                break;
            case SessionMessage.Ask ask:
                _ = HelpAsync(ask);
                break;
            case SessionMessage.Answer(var text):
                _session.Answer(text);
                break;
            case SessionMessage.Interrupt:
                _interrupt();
                break;
        }
    }

    private async Task HelpAsync(SessionMessage.Ask ask)
    {
        JsonNode? help = ask.Wanted switch
        {
            HelpWanted.Completions => JsonSerializer.SerializeToNode(await _session.CompleteAsync(ask.Code, ask.Position).ConfigureAwait(false)),
            HelpWanted.Description => JsonSerializer.SerializeToNode(await _session.DescribeAsync(ask.Code, ask.Position).ConfigureAwait(false)),
            HelpWanted.Signatures => JsonSerializer.SerializeToNode(await _session.SignaturesAsync(ask.Code, ask.Position).ConfigureAwait(false)),
            HelpWanted.References => JsonSerializer.SerializeToNode(await _session.ReferencesAsync(ask.Code, ask.Position).ConfigureAwait(false)),
            HelpWanted.Memory => JsonSerializer.SerializeToNode(await _session.MemoryAsync().ConfigureAwait(false)),
            _ => JsonSerializer.SerializeToNode(await _session.DiagnoseAsync(ask.Code).ConfigureAwait(false)),
        };
        _send(new SessionMessage.Helped(ask.Question, help));
    }

    private async Task ExecuteAsync(int cell, CellRequest request, CancellationToken stop)
    {
        CellResult how;
        try
        {
            how = await _session.RunAsync(request, shown => _send(new SessionMessage.Show(cell, shown)), stop).ConfigureAwait(false);
        }
        catch (Exception e) // a fault of the engine; without an answer the other side would wait for ever
        {
            how = new CellResult.Failed(new CellError(e.GetType().Name, e.Message, e.ToString().Split('\n')));
        }

        _send(new SessionMessage.Result(cell, how));
    }
}
