namespace NotebookSession.Tests;

/// <summary>What never ends by itself ends with an error, or when it is stopped; and the session goes on.</summary>
public sealed class EndlessCells : IAsyncDisposable
{
    private readonly TestSession _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [InlineData("async Task<int> F(int n) => await F(n + 1);\nawait F(0)")]
    [InlineData("async Task F(int n) { await G(n); } async Task G(int n) { await F(n); }\nawait F(0);")]
    [InlineData("async ValueTask<int> F(int n) { return 1 + await F(n + 1); }\nawait F(0)")]
    [InlineData("async IAsyncEnumerable<int> F(int n) { await foreach (var x in F(n + 1)) yield return x; }\nawait foreach (var x in F(0)) { }")]
    [InlineData("Func<int, Task<int>> f = null; f = async n => await f(n + 1);\nawait f(0)")]
    [InlineData("async Task F() { await Task.Run(F); }\nawait F();")]
    [InlineData("async Task F(int n) { await Task.Yield(); await F(n + 1); }\nawait F(0);")]
    [InlineData("async Task F(int n) { try { await F(n + 1); } finally { n++; } }\nawait F(0);")]
    [InlineData("async Task F(int n) { try { await F(n + 1); } catch (InvalidCastException) { } }\nawait F(0);")]
    [InlineData("IEnumerable<int> F() { foreach (var x in F()) yield return x; }\nF().First()")]
    [InlineData("void F() { try { F(); } finally { G(); } } void G() => Console.Write(\"\");\nF();")]
    [InlineData("void F() => F(); void G() => Console.Write(1); try { F(); } catch (InsufficientExecutionStackException) { G(); throw; }")]
    [InlineData("Task F() => Task.CompletedTask.ContinueWith(_ => F(), TaskContinuationOptions.ExecuteSynchronously).Unwrap();\nawait F();")]
    public async Task Recursion_through_tasks_and_iterators_ends(string code) => await EndsAsync(code);

    [Theory]
    [InlineData("while (true) await Task.CompletedTask;")]
    [InlineData("while (true) await Task.Yield();")]
    [InlineData("while (true) await Task.Delay(1);")]
    [InlineData("while (true) { try { await Task.Delay(1); } catch (Exception) { } }")]
    [InlineData("while (true) await Task.Run(() => 1);")]
    [InlineData("await Task.Run(() => { while (true) { } });")]
    [InlineData("await Task.Run(async () => { while (true) await Task.Yield(); });")]
    [InlineData("await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => { while (true) { } })));")]
    [InlineData("async IAsyncEnumerable<int> G() { while (true) yield return 1; }\nawait foreach (var x in G()) { }")]
    [InlineData("await new TaskCompletionSource().Task;")]
    [InlineData("await System.Threading.Channels.Channel.CreateUnbounded<int>().Reader.ReadAsync();")]
    [InlineData("new System.Collections.Concurrent.BlockingCollection<int>().Take();")]
    [InlineData("await new SemaphoreSlim(0).WaitAsync();")]
    [InlineData("await new PeriodicTimer(TimeSpan.FromDays(1)).WaitForNextTickAsync();")]
    public async Task Waiting_without_end_can_be_stopped(string code) => await EndsAsync(code);

    [Theory]
    [InlineData("while (true) new string('x', 100_000).ToString();")]
    [InlineData("SpinWait.SpinUntil(() => false);")]
    [InlineData("while (true) Thread.SpinWait(1000);")]
    [InlineData("var gate = new object(); var held = new Thread(() => { lock (gate) Thread.Sleep(5000); }); held.Start(); Thread.Sleep(100); lock (gate) { }")]
    [InlineData("lock (gate = new object()) { Monitor.Wait(gate); } object gate;")]
    [InlineData("new Thread(() => { while (true) { } }) { IsBackground = true }.Start(); Thread.Sleep(-1);")]
    [InlineData("Parallel.ForEach(Enumerable.Range(0, 4), _ => { while (true) { } });")]
    [InlineData("System.Diagnostics.Process.Start(\"sleep\", \"5\").WaitForExit();")]
    [InlineData("var l = new System.Net.HttpListener(); l.Prefixes.Add($\"http://localhost:{Random.Shared.Next(20000, 60000)}/\"); l.Start(); l.GetContext();")]
    [InlineData("var n = 0; start: n++; if (n >= 0 || n < 0) goto start;")]
    [InlineData("IEnumerable<int> G() { while (true) yield return 1; }\nG().Where(x => x > 1).First()")]
    [InlineData("var s = new SortedSet<int>(Comparer<int>.Create((a, b) => { while (true) { } })); s.Add(1); s.Add(2);")]
    [InlineData("\"x\".Replace(\"x\", \"y\"); System.Text.RegularExpressions.Regex.Replace(\"aaa\", \"a\", m => { while (true) { } });")]
    [InlineData("class T { static int N = Loop(); static int Loop() { while (true) { } } public static int M => N; }\nT.M")]
    [InlineData("class T { public static bool operator ==(T a, T b) { while (true) { } } public static bool operator !=(T a, T b) => false; }\nnew T() == new T()")]
    [InlineData("void F() { try { while (true) { } } catch (OperationCanceledException) { F(); } finally { } }\nF();")]
    [InlineData("dynamic d = 1; while (true) { d = d + 1; }")]
    [InlineData("for (var e = Enumerable.Repeat(1, int.MaxValue).GetEnumerator(); e.MoveNext(); ) { }")]
    public async Task Loops_and_locks_without_end_can_be_stopped(string code) => await EndsAsync(code);

    [Fact]
    public async Task What_a_stopped_cell_has_started_stops_too()
    {
        await _notebook.RunAsync("var beats = 0;");
        await _notebook.RunAndStopAsync("_ = Task.Run(() => { while (true) { beats++; } }); await Task.Delay(-1);");
        await _notebook.RunAsync("await Task.Delay(500); var before = beats; await Task.Delay(200);");

        Assert.Equal("True", (await _notebook.RunAsync("beats == before")).Value);
    }

    private async Task EndsAsync(string code)
    {
        await _notebook.RunAsync("var kept = 7;");
        var ran = await _notebook.RunAndStopAsync(code, 1000);

        Assert.True(ran.Result is CellResult.Stopped or CellResult.Failed { Error.Name: not "CompileError" }, $"{ran.Result}");
        Assert.Equal("7", (await _notebook.RunAsync("kept")).Succeeded().Value);
    }
}
