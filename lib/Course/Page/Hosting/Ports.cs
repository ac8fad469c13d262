using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Course.Page.Hosting;

/// <summary>Which port the page is served on: this machine's own, and held from the moment it is found to be free.</summary>
internal static class Ports
{
    private const int First = 20_000, Count = 10_000; // below those that systems give to outgoing connections

    /// <summary>
    /// A free port, the same for a folder each time if it can be: a browser keeps what was typed by port, and finds it
    /// again when the server is started again. Windows keeps whole ranges for itself, so the next one may be far away.
    /// </summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static Socket BindFor(string folder) =>
        All(folder).Select(TryBind).FirstOrDefault(socket => socket is not null)
            ?? throw new UsageException($"none of the ports {First} to {First + Count - 1} can be opened on 127.0.0.1: does a firewall keep dotnet from it?");

    /// <summary>The port that the user asked for.</summary>
    /// <exception cref="UsageException">Another program has it, or the system keeps it.</exception>
    public static Socket Bind(int port)
    {
        try
        {
            return Listen(port);
        }
        catch (SocketException e)
        {
            throw new UsageException($"--port {port}: {Reason(e)}; without --port, the next free one is taken");
        }
    }

    /// <summary>Takes a port of this machine.</summary>
    /// <exception cref="SocketException">It can't be had.</exception>
    public static Socket Listen(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen();
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Why a port can't be had.</summary>
    public static string Reason(SocketException e) => e.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => "another program has it",
        SocketError.AccessDenied => "the system keeps it for itself",
        _ => e.Message,
    };

    /// <summary>The ports for a folder, best first.</summary>
    public static IEnumerable<int> All(string folder)
    {
        var hash = BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(folder)));
        return Enumerable.Range(0, Count).Select(i => First + (int)((hash + i) % Count));
    }

    private static Socket? TryBind(int port)
    {
        try
        {
            return Listen(port);
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
