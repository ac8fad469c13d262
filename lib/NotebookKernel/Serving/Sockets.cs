using System.Net.Sockets;
using NetMQ;
using NetMQ.Sockets;
using NotebookKernel.Wire;

namespace NotebookKernel.Serving;

/// <summary>The kernel's sockets, on a thread of their own: what comes in is handed on, what goes out is queued, and
/// heartbeats come back at once, whatever a cell does.</summary>
internal sealed class Sockets : IDisposable
{
    private readonly Dictionary<SocketName, NetMQSocket> _sockets;
    private readonly RouterSocket _heartbeat = new();
    private readonly NetMQQueue<(SocketName To, IReadOnlyList<byte[]> Frames)> _outgoing = new();
    private readonly NetMQPoller _poller;

    /// <summary>Listens where the connection file says, from <see cref="Start"/> on.</summary>
    /// <param name="file">The ports.</param>
    /// <param name="received">Gets the frames that come in; called on the sockets' thread.</param>
    /// <param name="subscribed">Hears of a front end that listens to iopub, and of its topic.</param>
    /// <exception cref="ConnectionFileException">A port is taken, or the address is none of this machine's.</exception>
    public Sockets(ConnectionFile file, Action<SocketName, IReadOnlyList<byte[]>> received, Action<byte[]> subscribed)
    {
        var iopub = new XPublisherSocket();
        iopub.Options.XPubVerbose = true; // the second front end is welcomed as the first
        _sockets = new()
        {
            [SocketName.Shell] = new RouterSocket(),
            [SocketName.Control] = new RouterSocket(),
            [SocketName.Stdin] = new RouterSocket(),
            [SocketName.Iopub] = iopub,
        };
        foreach (var (name, socket) in _sockets)
        {
            socket.Options.Linger = TimeSpan.FromSeconds(1);
            socket.Options.SendHighWatermark = 0; // outputs are never dropped
            socket.Options.MaxMsgSize = 256 << 20; // who sends a longer frame is disconnected before it is read
            Bind(socket, file.Address(PortOf(file, name)));
            if (name != SocketName.Iopub)
            {
                socket.ReceiveReady += (_, _) => received(name, [.. socket.ReceiveMultipartMessage().Select(frame => frame.ToByteArray())]);
            }
        }

        iopub.ReceiveReady += (_, _) =>
        {
            if (iopub.ReceiveFrameBytes() is [1, .. var topic])
            {
                subscribed(topic);
            }
        };
        Bind(_heartbeat, file.Address(file.HbPort));
        _heartbeat.ReceiveReady += (_, _) => _heartbeat.SendMultipartMessage(_heartbeat.ReceiveMultipartMessage());
        _outgoing.ReceiveReady += (_, _) =>
        {
            while (_outgoing.TryDequeue(out var next, TimeSpan.Zero))
            {
                _sockets[next.To].SendMultipartBytes(next.Frames);
            }
        };
        _poller = [_heartbeat, _outgoing, .. _sockets.Values];
    }

    /// <summary>Begins to receive and to send; until then, messages wait.</summary>
    public void Start() => _poller.RunAsync("sockets", isBackgroundThread: true);

    /// <summary>Sends from any thread, in the order of calls.</summary>
    public void Send(SocketName to, IReadOnlyList<byte[]> frames) => _outgoing.Enqueue((to, frames));

    /// <summary>Sends what is queued, then closes.</summary>
    public void Dispose()
    {
        SpinWait.SpinUntil(() => _outgoing.Count == 0, TimeSpan.FromSeconds(1));
        _poller.Dispose();
        _outgoing.Dispose();
        _heartbeat.Dispose();
        foreach (var socket in _sockets.Values)
        {
            socket.Dispose();
        }

        NetMQConfig.Cleanup(block: true);
    }

    private static void Bind(NetMQSocket socket, string address)
    {
        try
        {
            socket.Bind(address);
        }
        catch (Exception e) when (e is NetMQException or SocketException or ArgumentException or FormatException)
        {
            var why = e is NetMQException { ErrorCode: var code } ? code.ToString() : e.Message;
            throw new ConnectionFileException($"{address}, where the connection file says to listen, cannot be opened: {why}");
        }
    }

    private static int PortOf(ConnectionFile file, SocketName name) => name switch
    {
        SocketName.Shell => file.ShellPort,
        SocketName.Control => file.ControlPort,
        SocketName.Stdin => file.StdinPort,
        _ => file.IopubPort,
    };
}
