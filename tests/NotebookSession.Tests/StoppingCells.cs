namespace NotebookSession.Tests;

public sealed class StoppingCells : IAsyncDisposable
{
    private readonly TestSession _notebook = new();

    public StoppingCells() => _notebook.Session.InputWanted += _ => { }; // and never answers

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) { x++; }")]
    [InlineData("await Task.Yield(); while (true) { x++; }")]
    [InlineData("Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("Task.Delay(-1).Wait();")]
    [InlineData("new ManualResetEvent(false).WaitOne();")]
    [InlineData("Console.ReadLine();")]
    [InlineData("Enumerable.Range(0, int.MaxValue).SelectMany(_ => Enumerable.Range(0, int.MaxValue)).Count(n => n < 0)")]
    [InlineData("while (true) Console.WriteLine(x++);")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch (Exception) { } }")]
    [InlineData("while (true) { try { x++; } finally { x++; } }")]
    [InlineData("try { } finally { while (true) { } }")]
    [InlineData("again: x++; goto again;")]
    [InlineData("for (;;);")]
    [InlineData("void Loop() => Loop2(); void Loop2() { do x++; while (true); }\nLoop();")]
    [InlineData("Parallel.For(0, 4, _ => { while (true) { } });")]
    [InlineData("lock (new object()) { while (true) { new List<int> { 1 }.ToArray(); } }")]
    [InlineData("int F(int n) => n < 2 ? 1 : F(n - 1) + F(n - 2);\nF(100)")]
    [InlineData("class T { public override string ToString() { while (true) { } } }\nnew T()")]
    [InlineData("Cell.Stop.WaitHandle.WaitOne(); while (true) { }")]
    [InlineData("Cell.Stop.WaitHandle.WaitOne(); Cell.Stop.ThrowIfCancellationRequested();")]
    public async Task A_running_cell_stops_within_a_second_and_the_session_lives(string code)
    {
        await _notebook.RunAsync("var x = 0; var kept = 7;");
        var ran = await _notebook.RunAndStopAsync($"var assigned = 8;\n{code}", 200);

        Assert.Equal("The cell was stopped. Variables keep the values they had.", Assert.IsType<CellResult.Stopped>(ran.Result).Error.Message);
        Assert.Equal("15", (await _notebook.RunAsync("kept + assigned")).Succeeded().Value);
    }

    [Fact]
    public async Task A_cell_that_watches_the_stop_keeps_what_it_has()
    {
        var ran = await _notebook.RunAndStopAsync("var n = 0; while (!Cell.Stop.IsCancellationRequested) { n++; Thread.Sleep(1); }\nvar done = true;\n\"kept\"");

        Assert.IsType<CellResult.Stopped>(ran.Result);
        Assert.Equal("kept", ran.Value);
        Assert.Equal("True", (await _notebook.RunAsync("done && n > 0")).Value);
    }

    [Fact]
    public async Task That_no_line_is_asked_for_any_longer_is_told_before_the_cell_ends()
    {
        var told = false;
        _notebook.Session.InputWanted += wanted =>
        {
            if (wanted is null)
            {
                Thread.Sleep(200);
                told = true;
            }
        };
        var ran = await _notebook.RunAndStopAsync("Console.ReadLine();");

        Assert.IsType<CellResult.Stopped>(ran.Result);
        Assert.True(told);
    }

    [Fact]
    public async Task What_cannot_be_stopped_is_given_up_and_said()
    {
        var ran = await _notebook.RunAndStopAsync("Enumerable.Range(0, int.MaxValue).Where(int.IsNegative).Count()");

        Assert.Contains("a library call", Assert.IsType<CellResult.Stopped>(ran.Result).Error.Message, StringComparison.Ordinal);
        (await _notebook.RunAsync("1 + 1")).Succeeded();
    }

    [Fact]
    public async Task An_awaiting_cell_that_was_stopped_does_not_wake_up_again()
    {
        var ran = await _notebook.RunAndStopAsync("await Task.Delay(2000); Console.Write(\"awake\");", 200);
        await _notebook.RunAsync("await Task.Delay(2000);");

        Assert.Equal("", ran.Stdout);
    }

    [Fact]
    public async Task An_ordinary_cancellation_is_an_ordinary_exception() =>
        Assert.Equal("System.OperationCanceledException", (await _notebook.RunAsync("throw new OperationCanceledException();")).Error.Name);
}
