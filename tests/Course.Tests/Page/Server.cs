using System.Diagnostics;

namespace Course.Tests.Page;

/// <summary>The command, serving the page; ended with the test.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process _process;

    private Server(Process process, string said, Uri address) => (_process, Said, Address) = (process, said, address);

    /// <summary>What it printed before its address.</summary>
    public string Said { get; }

    /// <summary>The address with its token.</summary>
    public Uri Address { get; }

    /// <summary>The address without.</summary>
    public Uri Page => new(Address.GetLeftPart(UriPartial.Path));

    public Process Process => _process;

    public static Task<Server> StartAsync(string folder, params string[] arguments) => StartAsync(folder, [], arguments);

    public static Task<Server> StartAsync(string folder, (string, string)[] environment, params string[] arguments) =>
        OfAsync(CourseCommand.Start( // no draft and no trust of other tests
            folder, [("XDG_DATA_HOME", Path.Combine(folder, ".data")), .. environment], ["open", "--no-browser", .. arguments]));

    /// <summary>The server that this command becomes, as soon as it says its address.</summary>
    public static async Task<Server> OfAsync(Process process)
    {
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = "";
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.TrimStart().StartsWith("http", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new Server(process, said, new Uri(line.Trim()));
            }

            said += line + "\n";
        }

        throw new InvalidOperationException(await errors);
    }

    /// <summary>What a machine does that loses power.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }
}
