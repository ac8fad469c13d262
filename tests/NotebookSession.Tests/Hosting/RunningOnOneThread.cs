using NotebookSession.Hosting;
using NotebookSession.Running;

namespace NotebookSession.Tests.Hosting;

/// <summary>A host in which nothing comes in by itself while a cell computes or waits, as in a browser's worker.</summary>
public sealed class RunningOnOneThread : ISingleThread, IAsyncDisposable
{
    private readonly Session _session;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _shown = [];
    private Action? _mail;
    private bool _canReceive = true;

    public RunningOnOneThread() => _session = new Session(new SessionOptions { SingleThread = this });

    [Fact]
    public async Task A_loop_without_an_end_stops_where_the_request_is_let_in_and_the_next_cell_runs()
    {
        _mail = _stop.Cancel;

        Assert.IsType<CellResult.Stopped>(await RunAsync("var n = 0; while (true) { n++; }"));
        Assert.IsType<CellResult.Success>(await _session.RunAsync("n > 0", Show, TestContext.Current.CancellationToken));
        Assert.Equal("True", Assert.Single(_shown));
    }

    [Fact]
    public async Task A_loop_that_watches_for_the_request_ends_by_itself()
    {
        _mail = _stop.Cancel;

        Assert.IsType<CellResult.Stopped>(await RunAsync("while (!Cell.Stop.IsCancellationRequested) { }\nConsole.Write(\"ended\");"));
        Assert.Equal("ended", string.Concat(_shown));
    }

    [Fact]
    public async Task A_cell_that_waits_for_a_line_takes_in_the_answer()
    {
        _session.InputWanted += wanted => _shown.Add(wanted?.Prompt ?? "no more");
        _mail = () => _session.Answer("Ada");

        Assert.IsType<CellResult.Success>(await RunAsync("Console.Write(\"name? \"); Console.Write(Console.ReadLine());"));
        Assert.Equal(["name? ", "name? ", "no more", "Ada"], _shown);
    }

    [Fact]
    public async Task A_cell_that_waits_for_a_line_can_be_stopped()
    {
        _session.InputWanted += _ => { };
        _mail = _stop.Cancel;

        Assert.IsType<CellResult.Stopped>(await RunAsync("Console.ReadLine()"));
    }

    [Fact]
    public async Task Where_no_answer_could_come_a_cell_that_asks_is_told_so()
    {
        _session.InputWanted += _ => { };
        _canReceive = false;

        var failed = Assert.IsType<CellResult.Failed>(await RunAsync("Console.ReadLine()"));
        Assert.Contains("none can come", failed.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_awaited_needs_no_thread() =>
        Assert.IsType<CellResult.Success>(await RunAsync("await Task.Delay(5); await Task.Run(() => 1)"));

    bool ISingleThread.Receive(TimeSpan wait)
    {
        _mail?.Invoke();
        return _canReceive;
    }

    public ValueTask DisposeAsync()
    {
        _stop.Dispose();
        return _session.DisposeAsync();
    }

    private Task<CellResult> RunAsync(string code) =>
        _session.RunAsync(code, Show, _stop.Token).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

    private void Show(CellOutput output) => _shown.Add(output switch
    {
        CellOutput.Stream(_, var text) => text,
        CellOutput.ExecuteResult(var data, _) => $"{data["text/plain"]}",
        _ => "",
    });
}
