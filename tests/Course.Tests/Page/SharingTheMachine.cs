using System.Diagnostics;

namespace Course.Tests.Page;

/// <summary>A lab's machine has many users: while one has the course open, another reads, changes and stops nothing of it.</summary>
public sealed class SharingTheMachine : IDisposable
{
    private const int Other = 61_002; // a user without an account, a group, or a file

    private readonly CourseFolder _folder = new("fine.ipynb");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Another_user_reads_changes_and_stops_nothing()
    {
        var possible = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/setpriv");
        Assert.SkipWhen(!possible && Environment.GetEnvironmentVariable("CI") != "true", "Only root can be another user, and only with setpriv.");
        Assert.True(possible, "Only root can be another user, and only with setpriv; in CI this test must run.");
        Open(_folder.Path, "");
        Open(Directory.CreateDirectory(_folder["home"]).FullName, "");
        Open(Directory.CreateDirectory(_folder["tmp"]).FullName, "rwt"); // as /tmp
        await File.WriteAllTextAsync(_folder["browser"], $"#!/bin/sh\necho \"$1\" > {_folder["seen"]}\nsleep 600\n", TestContext.Current.CancellationToken);
        Process.Start("chmod", ["u+x", _folder["browser"]]).WaitForExit();

        using var server = CourseCommand.Start(
            _folder.Path, [("HOME", _folder["home"]), ("XDG_DATA_HOME", ""), ("TMPDIR", _folder["tmp"]), ("BROWSER", _folder["browser"])], ["open", "fine.ipynb"]);
        try
        {
            var address = await AddressAsync(server);
            while (!File.Exists(_folder["seen"]) || !Directory.EnumerateFiles(_folder["home"], "secret", SearchOption.AllDirectories).Any())
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }

            var got = await AsOtherAsync($$"""
                echo "control: $(id -u)"
                for process in {{string.Join(' ', WithChildren(server.Id))}}; do
                  tr '\0' '\n' < /proc/$process/cmdline | grep -E 'token|ticket|[0-9a-f]{32}' && echo "a key in the command line of $process"
                  cat /proc/$process/environ > /dev/null 2>&1 && echo "the environment of $process"
                  for stream in 0 1 2; do
                    (: < /proc/$process/fd/$stream) 2>/dev/null && echo "reads stream $stream of $process"
                    (: > /proc/$process/fd/$stream) 2>/dev/null && echo "writes stream $stream of $process"
                  done
                  kill $process 2>/dev/null && echo "stops $process"
                done
                find {{_folder["home"]}} {{_folder["tmp"]}} ! -type d ! -type l \( -readable -o -writable \) -printf 'opens %p\n' 2>/dev/null
                find {{_folder["home"]}} {{_folder["tmp"]}} -mindepth 1 -type d -writable -printf 'writes into %p\n' 2>/dev/null
                cat $(sed 's|file://||' {{_folder["seen"]}}) 2>/dev/null
                ls {{_folder["home"]}}/.local/share/NotebookCourse/live 2>/dev/null
                """);

            Assert.Equal($"control: {Other}", got.Trim());
            Assert.False(server.HasExited);
            Assert.True(File.Exists(new Uri((await File.ReadAllTextAsync(_folder["seen"], TestContext.Current.CancellationToken)).Trim()).LocalPath)); // it was there to be read
            using var client = new HttpClient();
            Assert.Equal(403, (int)(await client.GetAsync(new Uri(address, "/fine.ipynb"), TestContext.Current.CancellationToken)).StatusCode);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<Uri> AddressAsync(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.TrimStart().StartsWith("http", StringComparison.Ordinal))
            {
                return new Uri(line.Trim());
            }
        }

        throw new InvalidOperationException(await server.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    private static IEnumerable<int> WithChildren(int process) =>
        [process, .. File.ReadAllText($"/proc/{process}/task/{process}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];

    private static async Task<string> AsOtherAsync(string script)
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/setpriv", ["--reuid", $"{Other}", "--regid", $"{Other}", "--clear-groups", "sh", "-c", script])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        })!;
        return await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private static void Open(string folder, string more) => Process.Start("chmod", [$"a+rx{(more.Length > 0 ? $",a+{more}" : "")}", folder]).WaitForExit();
}
