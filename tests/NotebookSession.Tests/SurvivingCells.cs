namespace NotebookSession.Tests;

/// <summary>Cells that would take a simpler kernel down: each ends with a clear result, and the next one works.</summary>
public sealed class SurvivingCells : IAsyncDisposable
{
    private readonly TestSession _notebook = new();

    public async ValueTask DisposeAsync()
    {
        Assert.Equal("2", (await _notebook.RunAsync("1 + 1")).Value);
        await _notebook.DisposeAsync();
    }

    [Theory]
    [InlineData("int Endless(int n) => Endless(n + 1) + 1;\nEndless(0)")]
    [InlineData("int Endless(int n) { return Endless(n + 1) + 1; }\nEndless(0)")]
    [InlineData("class T { public int P { get => P + 1; } }\nnew T().P")]
    [InlineData("Func<int, int> f = null; f = n => { return f(n + 1) + 1; };\nf(0)")]
    [InlineData("class T { public T Next; public T() { Next = new T(); } }\nnew T();")]
    public async Task Recursion_without_end_is_an_error(string code) =>
        Assert.Contains("calls itself", (await _notebook.RunAsync(code)).Error.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("class T { public override string ToString() => $\"{this}!\"; }\nnew T()")]
    [InlineData("class T { public T Next => new T(); }\nnew T()")]
    [InlineData("class T { public T Self => this; public object[] Many => Enumerable.Repeat((object)this, 50).ToArray(); }\nnew T()")]
    [InlineData("record Node(string Name) { public Node Next { get; set; } }\nvar a = new Node(\"a\"); a.Next = a; a")]
    [InlineData("var list = new List<object>(); list.Add(list); list")]
    [InlineData("class T { public int Bad => throw new Exception(\"no\"); }\nnew T()")]
    [InlineData("class T { public override string ToString() => throw new Exception(\"no\"); }\nnew T()")]
    [InlineData("new int[50_000_000]")]
    [InlineData("Enumerable.Range(0, int.MaxValue)")]
    [InlineData("IEnumerable<int> Forever() { while (true) yield return 1; }\nForever()")]
    [InlineData("new int[3][,] { new int[1, 1], null, new int[0, 0] }")]
    [InlineData("new { Type = typeof(string), Method = (Delegate)(() => 1) }")]
    public async Task An_awkward_value_is_shown_somehow(string code)
    {
        var value = (await _notebook.RunAsync(code)).Succeeded().Value;

        Assert.NotNull(value);
        Assert.InRange(value.Length, 1, 200_000);
    }

    [Fact]
    public async Task A_text_of_50_MB_is_cut()
    {
        var value = (await _notebook.RunAsync("new string('x', 50_000_000)")).Succeeded().Value;

        Assert.EndsWith("the rest is not shown.", value, StringComparison.Ordinal);
        Assert.InRange(value!.Length, 100_000, 101_000);
    }

    [Fact]
    public async Task An_exception_in_an_async_void_method_is_told()
    {
        var ran = (await _notebook.RunAsync("async void Forget() { await Task.Yield(); throw new Exception(\"lost\"); }\nForget(); await Task.Delay(1000);")).Succeeded();

        Assert.Contains("System.Exception: lost", ran.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_on_a_thread_of_its_own_is_told()
    {
        var ran = (await _notebook.RunAsync("var t = new Thread(() => throw new Exception(\"alone\")); t.Start(); t.Join(); await Task.Delay(1000);")).Succeeded();

        Assert.Contains("System.Exception: alone", ran.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_that_nobody_awaits_gets_a_warning()
    {
        var ran = (await _notebook.RunAsync("async Task Fail() { await Task.Yield(); throw new Exception(); }\nFail();")).Succeeded();

        Assert.Contains("line 2", ran.Stderr, StringComparison.Ordinal);
        Assert.Contains("await", ran.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_for_async_code_in_a_blocking_way_does_not_lock_up() =>
        Assert.Equal("3", (await _notebook.RunAsync("async Task<int> F() { await Task.Delay(10); return 3; }\nF().Result")).Succeeded().Value);

    [Fact]
    public async Task Reading_from_a_closed_console_is_the_end_of_input() =>
        Assert.Equal("True", (await _notebook.RunAsync("Console.ReadLine() == null && Console.Read() == -1")).Succeeded().Value);
}
