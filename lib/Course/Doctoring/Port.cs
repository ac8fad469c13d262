using System.Net.Sockets;
using Course.Page.Hosting;

namespace Course.Doctoring;

/// <summary>The port that the course's page is served on, and the one that is taken when it can't be had.</summary>
internal static class Port
{
    /// <param name="notebooks">The folder that is served.</param>
    public static Finding Look(string notebooks)
    {
        var first = Ports.All(notebooks).First();
        try
        {
            using var own = Ports.Listen(first);
            return new Finding("Port", Condition.Fine, $"{first} of this machine (127.0.0.1) is free for the page");
        }
        catch (SocketException e)
        {
            return Next(notebooks, $"{first}: {Ports.Reason(e)}");
        }
    }

    private static Finding Next(string notebooks, string why)
    {
        try
        {
            using var other = Ports.BindFor(notebooks);
            return new Finding("Port", Condition.Fine, $"{why}; open takes {((System.Net.IPEndPoint)other.LocalEndPoint!).Port}");
        }
        catch (UsageException e)
        {
            return new Finding("Port", Condition.Wrong, e.Message, "Allow dotnet in the firewall");
        }
    }
}
