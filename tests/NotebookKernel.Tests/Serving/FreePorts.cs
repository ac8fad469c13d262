using System.Net;
using System.Net.Sockets;
using NotebookKernel.Wire;

namespace NotebookKernel.Tests.Serving;

/// <summary>Connection files with ports that nobody uses just now.</summary>
internal static class FreePorts
{
    private static readonly HashSet<int> _given = [];

    public static ConnectionFile NewFile(string key = "test key")
    {
        int[] ports = [.. Enumerable.Range(0, 5).Select(_ => Next())];
        return new ConnectionFile
        {
            Key = key,
            ShellPort = ports[0],
            ControlPort = ports[1],
            IopubPort = ports[2],
            StdinPort = ports[3],
            HbPort = ports[4],
        };
    }

    // None twice: the kernel that one was found for may not have opened it yet.
    private static int Next()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            lock (_given)
            {
                if (_given.Add(port))
                {
                    return port;
                }
            }
        }
    }
}
