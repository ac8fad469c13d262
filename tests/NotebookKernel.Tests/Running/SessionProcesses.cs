using System.Diagnostics;
using NotebookKernel.Running;
using NotebookSession;

namespace NotebookKernel.Tests.Running;

/// <summary>The other side is a shell script here, which speaks the protocol word by word.</summary>
public class SessionProcesses
{
    private const string Ok = """printf '\036{"type":"result","cell":0,"status":"ok"}\n';""";
    private readonly List<CellOutput> _shown = [];

    [Fact]
    public async Task The_cell_is_sent_and_its_outputs_and_result_come_back()
    {
        var result = await RunAsync($$$"""
            read -r line
            case "$line" in *'"type":"execute"'*'"code":"1 \u002B 1"'*) ;; *) exit 9 ;; esac
            printf '\036{"type":"show","cell":0,"output":{"output_type":"stream","name":"stdout","text":"2"}}\n'
            {{{Ok}}}
            """);

        Assert.IsType<CellResult.Success>(result);
        Assert.Equal([new CellOutput.Stream("stdout", "2")], _shown);
    }

    [Fact]
    public async Task Lines_that_are_no_messages_are_the_cells_text()
    {
        var result = await RunAsync($"read -r line; echo native; echo '{{\"type\":1}}'; printf '\\036{{broken\\n'; printf 'no line end'; {Ok}");

        Assert.IsType<CellResult.Success>(result);
        Assert.Equal(
            ["native\n", "{\"type\":1}\n", "\u001e{broken\n", "no line end"],
            _shown.Cast<CellOutput.Stream>().Select(stream => stream.Text));
    }

    [Theory]
    [InlineData("printf 'Stack overflow.\\n   at __Cell1.f()\\n   at System.X()\\n' >&2; kill -ABRT $$", "StackOverflow", "stack overflowed")]
    [InlineData("printf 'Fatal error.\\nSystem.AccessViolationException: Attempted\\n   at __Cell1.Write()\\n' >&2; kill -ABRT $$", "AccessViolation", "unsafe pointer")]
    [InlineData("printf 'Out of memory.\\n' >&2; exit 134", "OutOfMemory", "not enough memory")]
    [InlineData("printf 'Process terminated. on purpose\\n' >&2; exit 134", "ProcessTerminated", "on purpose")]
    [InlineData("printf 'Unhandled exception. System.Exception: boom\\n' >&2; exit 134", "UnhandledException", "System.Exception: boom")]
    [InlineData("kill -KILL $$", "Killed", "memory ran out")]
    [InlineData("exit 0", "SessionEnded", "exit code 0")]
    public async Task A_process_that_ends_says_why(string ending, string name, string message)
    {
        var died = Assert.IsType<CellResult.Died>(await RunAsync($"read -r line; {ending}"));

        Assert.Equal(name, died.Error.Name);
        Assert.Contains(message, died.Error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(died.Error.Traceback, line => line.Contains("System.X", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_is_ready_when_it_says_so_or_has_died()
    {
        await using var ready = Start("""printf '\036{"type":"ready"}\n'; sleep 600""");
        await using var dead = Start("exit 3");

        await Task.WhenAll(ready.Ready, dead.Ready).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_session_is_gone_for_the_next_cell_too()
    {
        await using var session = Start("read -r line; exit 3");

        await session.RunAsync("1", _shown.Add, TestContext.Current.CancellationToken);
        var next = await session.RunAsync("2", _shown.Add, TestContext.Current.CancellationToken);

        Assert.IsType<CellResult.Died>(next);
    }

    [Fact]
    public async Task A_cell_that_does_not_stop_when_asked_is_ended_with_its_process()
    {
        await using var session = Start("trap '' TERM INT; read -r line; while true; do sleep 1; done");
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(0.2));

        var died = Assert.IsType<CellResult.Died>(await session.RunAsync("while (true) {}", _shown.Add, stop.Token));

        Assert.Contains("could not be stopped", died.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_after_the_end_of_a_cell_goes_to_that_cell()
    {
        await using var session = Start($$$"""
            read -r line; {{{Ok}}}
            read -r line
            printf '\036{"type":"show","cell":0,"output":{"output_type":"stream","name":"stdout","text":"late"}}\n'
            printf '\036{"type":"result","cell":1,"status":"ok"}\n'
            """);
        var second = new List<CellOutput>();

        await session.RunAsync("1", _shown.Add, TestContext.Current.CancellationToken);
        await session.RunAsync("2", second.Add, TestContext.Current.CancellationToken);

        Assert.Equal([new CellOutput.Stream("stdout", "late")], _shown);
        Assert.Empty(second);
    }

    private static SessionProcess Start(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a POSIX shell");
        return new SessionProcess(new ProcessStartInfo("sh", ["-c", script]), grace: TimeSpan.FromSeconds(0.3));
    }

    private async Task<CellResult> RunAsync(string script)
    {
        await using var session = Start(script);
        return await session.RunAsync("1 + 1", _shown.Add, TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
    }
}
