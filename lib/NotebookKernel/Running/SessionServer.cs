using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookKernel.Execution;
using NotebookKernel.Execution.Editing;

namespace NotebookKernel.Running;

/// <summary>The session's side of a <see cref="SessionProcess"/>: runs the cells that come in, until the other side is gone.</summary>
/// <param name="session">Runs the cells.</param>
/// <param name="input">What the other side writes.</param>
/// <param name="output">What it reads.</param>
/// <param name="help">Helps to write cells; without it, no help is all the help there is.</param>
public sealed class SessionServer(ICellRunner session, Stream input, Stream output, CodeHelp? help = null)
{
    private readonly Lock _lock = new();
    private readonly Lock _helping = new(); // one question at a time: a cell may want the other core
    private volatile TaskCompletionSource<string?>? _line;

    /// <summary>
    /// Serves until the input ends, which it also does when the process that started this one dies. A
    /// cell may still be running then: end the process.
    /// </summary>
    /// <param name="warmUp">When it completes, the other side hears that the session is ready.</param>
    public async Task RunAsync(Task warmUp)
    {
        _ = warmUp.ContinueWith(_ => Send(new SessionMessage.Ready()), TaskScheduler.Default);
        var stop = new CancellationTokenSource();
        using var reader = new StreamReader(input, Encoding.UTF8);
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            switch (SessionMessage.Read(line).Message)
            {
                case SessionMessage.Execute(var cell, var code):
                    stop = new CancellationTokenSource();
                    var token = stop.Token;
                    _ = Task.Run(() => ExecuteAsync(cell, code, token));
                    break;
                case SessionMessage.Ask ask:
                    _ = Task.Run(() => Help(ask));
                    break;
                case SessionMessage.Answer(var text):
                    _line?.TrySetResult(text);
                    break;
                case SessionMessage.Interrupt:
                    _ = stop.CancelAsync();
                    break;
            }
        }
    }

    /// <summary>Asks the other side for a line, and waits for it; null means that nobody answers.</summary>
    public string? ReadLine(InputRequest wanted, CancellationToken stop)
    {
        var line = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _line = line;
        Send(new SessionMessage.Want(wanted));
        try
        {
            line.Task.Wait(stop);
            return line.Task.Result;
        }
        finally
        {
            Send(new SessionMessage.Want(null));
        }
    }

    private void Help(SessionMessage.Ask ask)
    {
        JsonNode? answer = null;
        try
        {
            lock (_helping)
            {
                answer = ask.Wanted switch
                {
                    HelpWanted.Completions => JsonSerializer.SerializeToNode(help?.Complete(ask.Code, ask.Position)),
                    HelpWanted.Description => JsonSerializer.SerializeToNode(help?.Describe(ask.Code, ask.Position)),
                    HelpWanted.Signatures => JsonSerializer.SerializeToNode(help?.Signatures(ask.Code, ask.Position)),
                    _ => JsonSerializer.SerializeToNode(help?.Diagnose(ask.Code)),
                };
            }
        }
        finally // a fault of the compiler is no help, and no silence either
        {
            Send(new SessionMessage.Helped(ask.Question, answer));
        }
    }

    private async Task ExecuteAsync(int cell, string code, CancellationToken stop)
    {
        CellResult how;
        try
        {
            how = await session.RunAsync(code, shown => Send(new SessionMessage.Show(cell, shown)), stop).ConfigureAwait(false);
        }
        catch (Exception e) // a fault of the engine; without an answer the other side would wait for ever
        {
            how = new CellResult.Failed(new CellError(e.GetType().Name, e.Message, e.ToString().Split('\n')));
        }

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
