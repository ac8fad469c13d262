using System.Diagnostics;
using System.Net.Sockets;

namespace Course.Tests.Page;

public sealed class OpeningAndEnding : IDisposable
{
    private readonly CourseFolder _folder = new("fine.ipynb");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_browser_gets_a_ticket_that_is_good_for_once()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a browser that is a shell script");
        var (browser, ticket) = (_folder["browser"], _folder["ticket"]);
        await File.WriteAllTextAsync(browser, $"#!/bin/sh\necho \"$1\" > {ticket}.new\nmv {ticket}.new {ticket}\n", TestContext.Current.CancellationToken);
        Process.Start("chmod", ["+x", browser]).WaitForExit();
        using var watcher = new FileSystemWatcher(_folder.Path, "ticket");
        var written = new TaskCompletionSource();
        watcher.Renamed += (_, _) => written.TrySetResult();
        watcher.EnableRaisingEvents = true;

        using var process = CourseCommand.Start(_folder.Path, [("BROWSER", browser)], ["open", "fine.ipynb"]);
        await written.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var address = (await File.ReadAllTextAsync(ticket, TestContext.Current.CancellationToken)).Trim();
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

        Assert.Equal(302, (int)(await client.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(403, (int)(await client.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
        process.Kill();
    }

    [Fact]
    public async Task Ctrl_C_ends_it_at_once()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs signals");
        await using var server = await Server.StartAsync(_folder.Path, "fine.ipynb");

        Process.Start("kill", ["-INT", $"{server.Process.Id}"]).WaitForExit();
        await server.Process.WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(0, server.Process.ExitCode);
    }

    [Fact]
    public async Task A_second_server_takes_another_port_and_listens_to_this_machine_only()
    {
        await using var first = await Server.StartAsync(_folder.Path, "fine.ipynb");
        await using var second = await Server.StartAsync(_folder.Path, "fine.ipynb");

        Assert.NotEqual(first.Address.Port, second.Address.Port);
        var listeners = System.Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
        Assert.All(listeners.Where(at => at.Port == second.Address.Port), at => Assert.Equal(System.Net.IPAddress.Loopback, at.Address));
    }

    [Fact]
    public async Task Servers_that_start_at_the_same_moment_take_a_port_each()
    {
        var starting = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Server.StartAsync(_folder.Path, "fine.ipynb")));

        Assert.Equal(3, starting.Select(server => server.Address.Port).Distinct().Count());
        await Task.WhenAll(starting.Select(server => server.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task A_port_that_is_taken_and_a_notebook_that_is_none_are_told_in_a_line()
    {
        using var taken = new TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;

        var wrong = await CourseCommand.RunAsync(_folder.Path, "open", "fine.ipynb", "--no-browser", "--port", $"{port}");
        Assert.Equal(1, wrong.ExitStatus);
        Assert.StartsWith($"error: --port {port}: another program has it", wrong.Errors, StringComparison.Ordinal);

        wrong = await CourseCommand.RunAsync(_folder.Path, "open", "none.ipynb", "--no-browser");
        Assert.Equal(1, wrong.ExitStatus);
        Assert.StartsWith("error: none.ipynb: ", wrong.Errors, StringComparison.Ordinal);
    }
}
