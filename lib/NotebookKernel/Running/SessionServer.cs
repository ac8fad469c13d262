using System.Text;
using NotebookKernel.Execution;

namespace NotebookKernel.Running;

/// <summary>The session's side of a <see cref="SessionProcess"/>: runs the cells that come in, until the other side is gone.</summary>
public sealed class SessionServer(ICellRunner session, Stream input, Stream output)
{
    private readonly Lock _lock = new();

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
                case SessionMessage.Interrupt:
                    _ = stop.CancelAsync();
                    break;
            }
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
