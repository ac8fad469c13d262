using System.Net;
using System.Net.NetworkInformation;
using System.Security.Cryptography;
using System.Text;

namespace Course.Page.Hosting;

/// <summary>Which port the page is served on.</summary>
internal static class Ports
{
    private const int First = 20_000, Count = 10_000; // below those that systems give to outgoing connections

    /// <summary>
    /// A free port, the same for a folder each time if it can be: a browser keeps what was typed by port, and finds it
    /// again when the server is started again.
    /// </summary>
    public static int For(string folder)
    {
        var hash = BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(folder)));
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(at => at.Port).ToHashSet();
        return Enumerable.Range(0, Count).Select(i => First + (int)((hash + i) % Count)).First(port => !taken.Contains(port));
    }

    /// <summary>Where the page listens: this machine only.</summary>
    public static IPEndPoint Local(int port) => new(IPAddress.Loopback, port);
}
