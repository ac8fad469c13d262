using System.Text;
using NotebookSession;
using NotebookSession.Remote;

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
        var service = new SessionService(session, warmUp, Send);
        using var reader = new StreamReader(input, Encoding.UTF8);
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            service.Receive(SessionMessage.Read(line).Message);
        }
    }

    private void Send(SessionMessage message)
    {
        var bytes = Encoding.UTF8.GetBytes(message.Write());
        lock (_lock)
        {
            if (message is SessionMessage.Result)
            {
                native.WriteByte((byte)ErrorStream.Mark);
            }

            output.Write(bytes);
            output.Flush();
        }
    }
}
