using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;
using NotebookKernel.Serving;
using NotebookKernel.Wire;

namespace NotebookKernel.Tests.Serving;

/// <summary>A front end over real sockets.</summary>
internal class FrontEnd : IDisposable
{
    private readonly byte[] _identity = Guid.NewGuid().ToByteArray();
    private readonly MessageSigner _signer;
    private readonly Dictionary<SocketName, NetMQSocket> _sockets = [];
    private readonly BlockingCollection<Message> _iopub = [];
    private readonly BlockingCollection<Message> _replies = [];
    private readonly NetMQPoller _poller = [];
    private readonly NetMQQueue<(SocketName To, IReadOnlyList<byte[]> Frames)> _outgoing = new();

    /// <summary>Connects to a kernel, which may open its ports later.</summary>
    public FrontEnd(ConnectionFile file)
    {
        (File, _signer) = (file, new MessageSigner(file.Key));
        var iopub = new SubscriberSocket();
        iopub.SubscribeToAnyTopic();
        Connect(SocketName.Iopub, iopub, File.IopubPort, _iopub.Add);
        Connect(SocketName.Shell, new DealerSocket(), File.ShellPort, _replies.Add);
        Connect(SocketName.Control, new DealerSocket(), File.ControlPort, _replies.Add);
        Connect(SocketName.Stdin, new DealerSocket(), File.StdinPort, message =>
        {
            Asked.Add(message);
            if (Answer is { } line)
            {
                Send(SocketName.Stdin, Message.Create("input_reply", new JsonObject { ["value"] = line }, "client", message));
            }
        });
        _outgoing.ReceiveReady += (_, _) =>
        {
            var (to, frames) = _outgoing.Dequeue();
            _sockets[to].SendMultipartBytes(frames);
        };
        _poller.Add(_outgoing);
        _poller.RunAsync("client", isBackgroundThread: true);
        Await("iopub_welcome"); // nothing gets lost from here on
    }

    public ConnectionFile File { get; }

    public ConcurrentBag<Message> Asked { get; } = [];

    /// <summary>What the user types when asked.</summary>
    public string? Answer { get; set; }

    public static Message Request(string type, JsonObject? content = null) => Message.Create(type, content ?? [], "client");

    public void Send(SocketName to, Message message) => SendFrames(to, MessageFrames.Encode(message, _signer));

    public void SendFrames(SocketName to, IReadOnlyList<byte[]> frames) => _outgoing.Enqueue((to, frames));

    /// <summary>Sends a request, and returns its reply and what was published about it, idle included.</summary>
    public (JsonObject Reply, IReadOnlyList<Message> Published) Ask(string type, JsonObject? content = null, SocketName to = SocketName.Shell)
    {
        var request = Request(type, content);
        Send(to, request);
        return (ReplyTo(request).Content, PublishedFor(request));
    }

    public (JsonObject Reply, IReadOnlyList<Message> Published) Execute(string code, JsonObject? more = null)
    {
        var content = new JsonObject { ["code"] = code, ["silent"] = false, ["allow_stdin"] = true };
        foreach (var (name, value) in more ?? [])
        {
            content[name] = value?.DeepClone();
        }

        return Ask("execute_request", content);
    }

    /// <summary>The next reply, whatever it answers.</summary>
    public Message NextReply() => Next(_replies);

    public Message ReplyTo(Message request)
    {
        var reply = Next(_replies);
        return (string?)request.Header["msg_id"] == (string?)reply.ParentHeader["msg_id"] ? reply
            : throw new InvalidOperationException($"A {reply.Type} came that answers another request than the {request.Type}.");
    }

    public IReadOnlyList<Message> PublishedFor(Message request)
    {
        var published = new List<Message>();
        while (published.LastOrDefault() is not { Type: "status" } last || (string?)last.Content["execution_state"] != "idle")
        {
            var next = Next(_iopub);
            if ((string?)next.ParentHeader["msg_id"] == (string?)request.Header["msg_id"])
            {
                published.Add(next);
            }
        }

        return published;
    }

    /// <summary>Waits until a message of a type is published, whatever it is about.</summary>
    public Message Await(string type)
    {
        while (true)
        {
            if (Next(_iopub) is var next && next.Type == type)
            {
                return next;
            }
        }
    }

    public void Dispose()
    {
        _poller.Dispose();
        _outgoing.Dispose();
        foreach (var socket in _sockets.Values)
        {
            socket.Dispose();
        }

        _iopub.Dispose();
        _replies.Dispose();
    }

    private void Connect(SocketName name, NetMQSocket socket, int port, Action<Message> received)
    {
        socket.Options.Linger = TimeSpan.Zero;
        socket.Options.ReconnectInterval = TimeSpan.FromMilliseconds(5);
        socket.Options.Identity = _identity; // the same on all, so that the kernel can ask whom it answers
        socket.Connect(File.Address(port));
        socket.ReceiveReady += (_, _) => received(MessageFrames.Decode(
            [.. socket.ReceiveMultipartMessage().Select(frame => frame.ToByteArray())], _signer));
        _sockets[name] = socket;
        _poller.Add(socket);
    }

    private static Message Next(BlockingCollection<Message> messages) =>
        messages.TryTake(out var message, TimeSpan.FromMinutes(2)) ? message : throw new TimeoutException("No message came in two minutes.");
}
