using System.Net;
using System.Net.Sockets;
using NotebookKernel.Wire;

namespace NotebookKernel.Tests.Serving;

/// <summary>Connection files with ports that nobody uses just now.</summary>
internal static class FreePorts
{
    public static ConnectionFile NewFile(string key = "test key")
    {
        var listeners = Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        listeners.ForEach(listener => listener.Stop());
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
}
