using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Course.Tests.Jupyter;

/// <summary>Debian's jupyter-notebook, serving a folder to this machine; ended with the test.</summary>
internal sealed class NotebookServer : IAsyncDisposable
{
    private const string Program = "/usr/bin/jupyter-notebook";

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("jupyter-");
    private readonly Process _process;

    private NotebookServer(string kernels, string folder)
    {
        var start = new ProcessStartInfo(
            Program, ["--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={FreePort()}", $"--notebook-dir={folder}", "--NotebookApp.token=class"])
        {
            RedirectStandardError = true,
        };
        start.Environment["JUPYTER_PATH"] = Path.GetDirectoryName(kernels);
        foreach (var name in new[] { "HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR" })
        {
            start.Environment[name] = _home.FullName;
        }

        _process = Process.Start(start)!;
    }

    /// <summary>Where it is, with a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Starts it; the test is skipped on a machine without it, but not in CI.</summary>
    public static async Task<NotebookServer> StartAsync(string kernels, string folder)
    {
        Assert.SkipWhen(!File.Exists(Program) && Environment.GetEnvironmentVariable("CI") != "true", $"There is no {Program}.");
        Assert.True(File.Exists(Program), $"There is no {Program}, and in CI this test must run.");
        var server = new NotebookServer(kernels, folder);
        var log = "";
        while (await server._process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            log += line + "\n";
            if (line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal) is >= 0 and var at)
            {
                server.Address = new Uri(line[at..].Trim()).GetLeftPart(UriPartial.Authority) + "/";
                _ = server._process.StandardError.ReadToEndAsync(CancellationToken.None);
                return server;
            }
        }

        throw new InvalidOperationException(log);
    }

    public async ValueTask DisposeAsync()
    {
        using var ending = Process.Start("/bin/kill", $"-TERM {_process.Id}"); // it ends its kernels, which a kill would leave
        await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
        _process.Dispose();
        _home.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
