using System.Text.Json.Nodes;
using System.Threading.Channels;
using NotebookKernel.Wire;
using NotebookSession;

namespace NotebookKernel.Serving;

/// <summary>
/// A session as a Jupyter kernel.
/// <code>
///   shell ───▶ one request after the other ─┐
///   control ─▶ beside a running cell ───────┼▶ busy, answer, idle
///   stdin ───▶ the cell that waits for input┘
/// </code>
/// </summary>
/// <remarks>jupyter-client.readthedocs.io, "Messaging in Jupyter", protocol 5.4.</remarks>
public sealed class JupyterKernel : IAsyncDisposable
{
    private readonly Channel<Message> _shell = Channel.CreateUnbounded<Message>();
    private readonly Channel<Message> _control = Channel.CreateUnbounded<Message>();
    private readonly TaskCompletionSource _shutdown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channels _channels;
    private readonly StandardInput _input;
    private readonly INotebookSession _session;
    private readonly ExecuteRequests _executing;
    private readonly CodeHelpRequests _help;
    private readonly Action<string> _log;

    /// <summary>Opens a kernel where the connection file says; <see cref="RunAsync"/> answers.</summary>
    /// <param name="file">The connection file.</param>
    /// <param name="session">Runs the cells; it ends with the kernel.</param>
    /// <param name="log">Gets a line about what no front end would hear of.</param>
    public JupyterKernel(ConnectionFile file, INotebookSession session, Action<string> log)
    {
        (_session, _log) = (session, log);
        _channels = new Channels(file, Receive, log);
        _input = new StandardInput(_session, _channels);
        _executing = new ExecuteRequests(_session, _channels, _input);
        _help = new CodeHelpRequests(_session);
    }

    /// <summary>Serves until a front end asks it to shut down, or <see cref="Stop"/> does.</summary>
    public async Task RunAsync()
    {
        _channels.Publish("status", new JsonObject { ["execution_state"] = "starting" }, null);
        _channels.Start();
        _ = ServeAsync(SocketName.Shell, _shell.Reader);
        _ = ServeAsync(SocketName.Control, _control.Reader);
        await _shutdown.Task.ConfigureAwait(false);
    }

    /// <summary>Stops the running cell; its variables stay.</summary>
    public void Interrupt() => _executing.Interrupt();

    /// <summary>Ends <see cref="RunAsync"/>.</summary>
    public void Stop() => _shutdown.TrySetResult();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _channels.Dispose();
        return _session.DisposeAsync();
    }

    // On the sockets' thread: only hands on.
    private void Receive(SocketName from, Message message)
    {
        switch (from)
        {
            case SocketName.Shell:
                _executing.Received(message);
                _shell.Writer.TryWrite(message);
                break;
            case SocketName.Control:
                _control.Writer.TryWrite(message);
                break;
            case SocketName.Stdin:
                _input.Receive(message);
                break;
        }
    }

    private async Task ServeAsync(SocketName channel, ChannelReader<Message> requests)
    {
        await foreach (var request in requests.ReadAllAsync().ConfigureAwait(false))
        {
            Status("busy", request);
            try
            {
                if (await AnswerAsync(request).ConfigureAwait(false) is { } answer)
                {
                    _channels.Reply(channel, request, answer);
                }
            }
            catch (Exception e) // a fault of the kernel, or a request that lacks a field
            {
                _log($"{request.Type} failed: {e}");
                _channels.Reply(channel, request, Replies.Error(new CellError(e.GetType().Name, e.Message, [e.Message])));
            }
            finally
            {
                Status("idle", request);
            }

            if (request.Type == "shutdown_request")
            {
                Stop();
            }
        }
    }

    private void Status(string state, Message request) =>
        _channels.Publish("status", new JsonObject { ["execution_state"] = state }, request);

    private async Task<JsonObject?> AnswerAsync(Message request)
    {
        switch (request.Type)
        {
            case "execute_request":
                return await _executing.AnswerAsync(request).ConfigureAwait(false);
            case "kernel_info_request":
                return KernelInfo.Reply();
            case "complete_request":
                return await _help.CompleteAsync(request.Content).ConfigureAwait(false);
            case "inspect_request":
                return await _help.InspectAsync(request.Content).ConfigureAwait(false);
            case "is_complete_request":
                return CodeHelpRequests.IsComplete(request.Content);
            case "history_request":
                return _executing.History.Reply(request.Content);
            case "comm_info_request":
                return Replies.Ok(("comms", new JsonObject()));
            case "comm_open": // there is nothing here that a widget could talk to
                _channels.Publish("comm_close", new JsonObject { ["comm_id"] = request.Content["comm_id"]?.DeepClone(), ["data"] = new JsonObject() }, request);
                return null;
            case "comm_msg" or "comm_close":
                return null;
            case "interrupt_request":
                Interrupt();
                return Replies.Ok();
            case "shutdown_request":
                Interrupt();
                return Replies.Ok(("restart", request.Content["restart"]?.DeepClone() ?? false));
            default:
                _log($"A {request.Type} came, which is not known here.");
                return null;
        }
    }
}
