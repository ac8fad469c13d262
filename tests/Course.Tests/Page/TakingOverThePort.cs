using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using static Microsoft.Playwright.Assertions;

namespace Course.Tests.Page;

/// <summary>Another user of the machine serves on a port: one of their own, or the one that the course's server has left.</summary>
public sealed class TakingOverThePort(Chromium browser)
{
    [Fact]
    public async Task A_link_to_another_user_s_port_gives_away_no_cookie()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "1");
        var tab = await served.OpenAsync();
        using var other = new Stranger(0);

        await tab.Page.GotoAsync($"http://127.0.0.1:{other.Port}/here.ipynb");

        Assert.Single(other.Heard, heard => heard.StartsWith("GET /here.ipynb", StringComparison.Ordinal));
        Assert.DoesNotContain(other.Heard, heard => heard.Contains("Cookie:", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Whoever_takes_the_port_gets_no_tab_no_cookie_and_no_draft()
    {
        await using var served = await ServedNotebook.SetAsync(browser, "1");
        var tab = await served.OpenAsync();
        await tab.WriteAsync(0, "saved");
        await tab.SavedAsync();
        await served.Server.KillAsync();
        using var other = new Stranger(served.Server.Address.Port);
        await tab.TypeAsync("a secret"); // starts what looks for the server
        await Expect(tab.Page.Locator("#away")).ToBeVisibleAsync();
        while (other.Heard.Count(heard => heard.StartsWith("GET /alive", StringComparison.Ordinal)) < 3)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        // The editor may still ask for a worker's script of its own, which SECURITY.md names among what does not hold.
        Assert.All(other.Heard.Where(heard => !heard.Contains("/monaco/", StringComparison.Ordinal)), heard =>
        {
            Assert.StartsWith("GET /alive?", heard, StringComparison.Ordinal);
            Assert.DoesNotContain("Cookie:", heard, StringComparison.OrdinalIgnoreCase);
        });
        await Expect(tab.Page.Locator("#away")).ToBeVisibleAsync();
        await Expect(tab.Cell(0)).ToContainTextAsync("a secret");

        // All that a page of this origin can read, were it loaded by hand.
        var stored = await tab.Page.EvaluateAsync<string>("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])");
        Assert.Contains("course:", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("saved", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("here.ipynb", stored, StringComparison.Ordinal);
    }

    // Listens, remembers, and says to everybody that all is well.
    private sealed class Stranger : IDisposable
    {
        private readonly TcpListener _listener;

        public Stranger(int port)
        {
            _listener = new TcpListener(IPAddress.Loopback, port);
            _listener.Start();
            _ = ServeAsync();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public ConcurrentQueue<string> Heard { get; } = [];

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    var bytes = new byte[8192];
                    var n = await client.GetStream().ReadAsync(bytes);
                    Heard.Enqueue(Encoding.UTF8.GetString(bytes, 0, n));
                    await client.GetStream().WriteAsync(
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{\"run\":\"1\",\"proof\":\"1\"}"u8.ToArray());
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
            {
                // The test has ended.
            }
        }
    }
}
