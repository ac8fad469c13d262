using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookSession;

namespace NotebookKernel.Running;

/// <summary>The session's side of a <see cref="SessionProcess"/>: runs the cells that come in, until the other side is gone.</summary>
/// <param name="session">Runs the cells.</param>
/// <param name="input">What the other side writes.</param>
/// <param name="output">What it reads.</param>
/// <param name="native">Where native code and programs write, which the other side reads too.</param>
public sealed class SessionServer(INotebookSession session, Stream input, Stream output, Stream native)
{
    private readonly Lock _lock = new();

    /// <summary>
    /// Serves until the input ends, which it also does when the process that started this one dies. A
    /// cell may still be running then: end the process.
    /// </summary>
    /// <param name="warmUp">When it completes, the other side hears that the session is ready.</param>
    public async Task RunAsync(Task warmUp)
    {
        session.InputWanted += wanted => Send(new SessionMessage.Want(wanted));
        _ = warmUp.ContinueWith(_ => Send(new SessionMessage.Ready()), TaskScheduler.Default);
        var stop = new CancellationTokenSource();
        using var reader = new StreamReader(input, Encoding.UTF8);
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            switch (SessionMessage.Read(line).Message)
            {
                case SessionMessage.Execute(var cell, var request):
                    stop = new CancellationTokenSource();
                    var token = stop.Token;
                    _ = Task.Run(() => ExecuteAsync(cell, request, token));
                    break;
                case SessionMessage.Ask ask:
                    _ = HelpAsync(ask);
                    break;
                case SessionMessage.Answer(var text):
                    session.Answer(text);
                    break;
                case SessionMessage.Interrupt:
                    _ = stop.CancelAsync();
                    break;
            }
        }
    }

    private async Task HelpAsync(SessionMessage.Ask ask)
    {
        JsonNode? help = ask.Wanted switch
        {
            HelpWanted.Completions => JsonSerializer.SerializeToNode(await session.CompleteAsync(ask.Code, ask.Position).ConfigureAwait(false)),
            HelpWanted.Description => JsonSerializer.SerializeToNode(await session.DescribeAsync(ask.Code, ask.Position).ConfigureAwait(false)),
            HelpWanted.Signatures => JsonSerializer.SerializeToNode(await session.SignaturesAsync(ask.Code, ask.Position).ConfigureAwait(false)),
            _ => JsonSerializer.SerializeToNode(await session.DiagnoseAsync(ask.Code).ConfigureAwait(false)),
        };
        Send(new SessionMessage.Helped(ask.Question, help));
    }

    private async Task ExecuteAsync(int cell, CellRequest request, CancellationToken stop)
    {
        CellResult how;
        try
        {
            how = await session.RunAsync(request, shown => Send(new SessionMessage.Show(cell, shown)), stop).ConfigureAwait(false);
        }
        catch (Exception e) // a fault of the engine; without an answer the other side would wait for ever
        {
            how = new CellResult.Failed(new CellError(e.GetType().Name, e.Message, e.ToString().Split('\n')));
        }

        native.WriteByte((byte)ErrorStream.Mark);
        Send(new SessionMessage.Result(cell, how));
    }

    private void Send(SessionMessage message)
    {
        var bytes = Encoding.UTF8.GetBytes(message.Write());
        lock (_lock)
        {
            output.Write(bytes);
            output.Flush();
        }
    }
}
