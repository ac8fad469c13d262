using System.Diagnostics;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Course.Tests.Page;

public sealed class OpeningAndEnding : IDisposable
{
    private readonly CourseFolder _folder = new("fine.ipynb");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_browser_is_started_with_a_file_of_this_user_s_whose_ticket_is_good_for_once()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a browser that is a shell script");
        var (browser, seen) = (_folder["browser"], _folder["seen"]);
        await File.WriteAllTextAsync(
            browser,
            $"""
            #!/bin/sh
            file=$(echo "$1" | sed 's|^file://||')
            echo "$1" > {seen}.new
            stat -c '%a' "$file" "$(dirname "$file")" >> {seen}.new
            cat "$file" >> {seen}.new
            mv {seen}.new {seen}

            """,
            TestContext.Current.CancellationToken);
        Process.Start("chmod", ["u+x", browser]).WaitForExit();

        using var process = CourseCommand.Start(_folder.Path, [("BROWSER", browser)], ["open", "fine.ipynb"]);
        while (!File.Exists(seen))
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        var lines = await File.ReadAllLinesAsync(seen, TestContext.Current.CancellationToken);
        Assert.Matches("^file:///.*/open.html$", lines[0]); // all that `ps` shows
        Assert.Equal(["600", "700"], lines[1..3]);
        var page = string.Join('\n', lines[3..]);
        var (action, ticket) = (Regex.Match(page, "action=\"([^\"]+)\"").Groups[1].Value, Regex.Match(page, "value=\"([^\"]+)\"").Groups[1].Value);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        async Task<HttpResponseMessage> ComeAsync(string ticket) => await client.PostAsync(
            action, new FormUrlEncodedContent([new("ticket", ticket)]), TestContext.Current.CancellationToken);

        Assert.Equal(403, (int)(await ComeAsync(ticket[1..] + "0")).StatusCode);
        Assert.Equal(303, (int)(await ComeAsync(ticket)).StatusCode);
        Assert.False(File.Exists(new Uri(lines[0]).LocalPath));
        var second = await ComeAsync(ticket);
        Assert.Equal(403, (int)second.StatusCode);
        Assert.StartsWith(
            "Somebody has come in with this ticket already", await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        process.Kill();
    }

    [Fact]
    public async Task Ctrl_C_ends_it_at_once()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs signals");
        await using var server = await Server.StartAsync(_folder.Path, "fine.ipynb");

        Process.Start("kill", ["-INT", $"{server.Process.Id}"]).WaitForExit();
        await server.Process.WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

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
