using System.Diagnostics;
using NotebookKernel.Running;
using NotebookSession;

namespace NotebookKernel.Tests.Running;

/// <summary>The other side is a shell script here, which speaks the protocol word by word.</summary>
public class HelpThroughAProcess
{
    private const string Want = """read -r line; printf '\036{"type":"want","prompt":"x","password":true}\n'; read -r line; echo "${line#?}";""";
    private const string Ok = """printf '\036{"type":"result","cell":0,"status":"ok"}\n';""";

    [Fact]
    public async Task Help_is_asked_for_and_comes_back()
    {
        await using var session = Start("""
            read -r line
            case "$line" in *'"number":1,"wanted":"Completions","code":"a","position":1}') ;; *) exit 9 ;; esac
            printf '\036{"type":"helped","number":1,"help":{"Start":0,"End":2,"Items":[{"Text":"ab","Kind":"k","Signature":"","Documentation":""}]}}\n'
            read -r line
            printf '\036{"type":"helped","number":2,"help":"words"}\n'
            read -r line
            printf '\036{"type":"helped","number":3,"help":[{"Start":1,"Length":2,"Id":"CS1","Message":"m","Severity":1,"UnknownName":"n"}]}\n'
            """, helpTimeout: TimeSpan.FromMinutes(1));
        var stop = TestContext.Current.CancellationToken;

        Assert.Equal("ab", (await session.CompleteAsync("a", 1, stop)).Items.Single().Text);
        Assert.Equal("words", await session.DescribeAsync("a", 1, stop));
        Assert.Equal([new CodeProblem(1, 2, "CS1", "m", ProblemSeverity.Warning) { UnknownName = "n" }], await session.DiagnoseAsync("a", stop));
    }

    [Theory]
    [InlineData("sleep 30")]
    [InlineData("exit 3")]
    [InlineData("""printf '\036{"type":"helped","number":1,"help":null}\n'; sleep 30""")]
    public async Task Help_that_does_not_come_is_empty(string script)
    {
        await using var session = Start(script, helpTimeout: TimeSpan.FromSeconds(0.3));
        var stop = TestContext.Current.CancellationToken;

        Assert.Empty((await session.CompleteAsync("a", 1, stop)).Items);
        Assert.Null(await session.DescribeAsync("a", 1, stop));
        Assert.Empty(await session.DiagnoseAsync("a", stop));
    }

    [Fact]
    public async Task A_cell_that_asks_where_nobody_listens_gets_the_end_of_input()
    {
        await using var session = Start(Want + Ok);

        Assert.Contains("\"line\":null", await RunAsync(session), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_passed_on_and_answered()
    {
        await using var session = Start(Want + Ok);
        session.InputWanted += input => session.Answer($"{input!.Prompt} {input.IsPassword}");

        Assert.Contains("\"line\":\"x True\"", await RunAsync(session), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_a_session_is_told_while_nothing_runs()
    {
        await using var session = Start("kill -KILL $$");

        Assert.Equal("Killed", (await session.Ended.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken)).Name);
    }

    private static SessionProcess Start(string script, TimeSpan helpTimeout = default)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a POSIX shell");
        return new SessionProcess(new ProcessStartInfo("sh", ["-c", script]), grace: TimeSpan.FromSeconds(0.3)) { HelpTimeout = helpTimeout };
    }

    private static async Task<string> RunAsync(SessionProcess session)
    {
        var shown = new List<CellOutput>();
        Assert.IsType<CellResult.Success>(await session.RunAsync("1", shown.Add, TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken));
        return string.Concat(shown.OfType<CellOutput.Stream>().Select(stream => stream.Text));
    }
}
