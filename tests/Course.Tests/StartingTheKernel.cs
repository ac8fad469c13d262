using System.Net;
using System.Net.Sockets;

namespace Course.Tests;

/// <summary>The kernel as a front end starts it: with a connection file, which may be anything.</summary>
public sealed class StartingTheKernel : IDisposable
{
    private readonly CourseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("99999", "\"127.0.0.1\"", "shell_port is 99999, expected a port, a number from 1 to 65535")]
    [InlineData("TAKEN", "\"127.0.0.1\"", "tcp://127.0.0.1:TAKEN, where the connection file says to listen, cannot be opened")]
    [InlineData("5", "\"192.0.2.1\"", "tcp://192.0.2.1:5, where the connection file says to listen, cannot be opened")]
    [InlineData("5", "\"no such host\"", "tcp://no such host:5, where the connection file says to listen, cannot be opened")]
    public async Task A_connection_file_that_cannot_be_used_is_told_in_a_line(string port, string ip, string says)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var number = $"{((IPEndPoint)taken.LocalEndpoint).Port}";
        await File.WriteAllTextAsync(
            _folder["connection.json"],
            $$"""{"key":"k","ip":{{ip}},"shell_port":{{port.Replace("TAKEN", number, StringComparison.Ordinal)}},"control_port":2,"iopub_port":3,"stdin_port":4,"hb_port":6}""",
            TestContext.Current.CancellationToken);

        var (status, _, errors) = await CourseCommand.RunAsync(_folder.Path, "kernel", "connection.json");

        Assert.Equal(1, status);
        Assert.Contains(says.Replace("TAKEN", number, StringComparison.Ordinal), errors, StringComparison.Ordinal);
        Assert.StartsWith("error: ", errors, StringComparison.Ordinal);
        Assert.Equal(errors.Length - 1, errors.IndexOf('\n', StringComparison.Ordinal));
    }
}
