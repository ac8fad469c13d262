using System.Text.Json.Nodes;
using NotebookKernel.Wire;

namespace NotebookKernel.Serving;

/// <summary>The messages of one kernel: signed and sent, verified and handed on. A message whose signature is wrong is
/// dropped with a line on the log.</summary>
internal sealed class Channels : IDisposable
{
    private readonly string _session = Guid.NewGuid().ToString("N");
    private readonly MessageSigner _signer;
    private readonly SeenSignatures _seen = new();
    private readonly Action<string> _log;
    private readonly Sockets _sockets;

    /// <summary>Opens the channels; <see cref="Start"/> lets messages in.</summary>
    public Channels(ConnectionFile file, Action<SocketName, Message> received, Action<string> log)
    {
        (_signer, _log) = (new MessageSigner(file.Key), log);
        if (file.Key.Length == 0)
        {
            log("The connection file has no key: nothing is signed, and anyone who can reach the kernel's ports can run code here.");
        }

        _sockets = new Sockets(file, (name, frames) => Receive(name, frames, received), Welcome);
    }

    /// <inheritdoc cref="Sockets.Start"/>
    public void Start() => _sockets.Start();

    /// <summary>Tells all front ends.</summary>
    /// <param name="type">The message's type, such as "status".</param>
    /// <param name="content">What it says.</param>
    /// <param name="parent">The request that it is about.</param>
    public void Publish(string type, JsonObject content, Message? parent) =>
        Send(SocketName.Iopub, Message.Create(type, content, _session, parent, [System.Text.Encoding.UTF8.GetBytes(type)]));

    /// <summary>Answers a request.</summary>
    public void Reply(SocketName to, Message request, JsonObject content) => Send(to, request.Reply(content, _session));

    /// <summary>Asks the front end that sent this request for a line.</summary>
    public void Ask(Message request, JsonObject content) =>
        Send(SocketName.Stdin, Message.Create("input_request", content, _session, request, request.Identities));

    /// <inheritdoc/>
    public void Dispose() => _sockets.Dispose();

    private void Send(SocketName to, Message message) => _sockets.Send(to, MessageFrames.Encode(message, _signer));

    private void Receive(SocketName name, IReadOnlyList<byte[]> frames, Action<SocketName, Message> received)
    {
        try
        {
            received(name, MessageFrames.Decode(frames, _signer, _seen));
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException) // the latter: a field of another type
        {
            _log($"A message on {name} is dropped: {e.Message}.");
        }
    }

    // Who hears this knows that nothing published from now on is lost to it (JEP 65).
    private void Welcome(byte[] topic) => Send(SocketName.Iopub, Message.Create(
        "iopub_welcome", new JsonObject { ["subscription"] = System.Text.Encoding.UTF8.GetString(topic) }, _session, identities: [topic]));
}
