namespace NotebookSession.Tests;

public sealed class RunningCells : IAsyncDisposable
{
    private readonly TestSession _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Fact]
    public async Task A_variable_lives_on_in_later_cells()
    {
        (await _notebook.RunAsync("var x = 20;")).Succeeded();
        (await _notebook.RunAsync("x += 1;")).Succeeded();

        Assert.Equal("42", (await _notebook.RunAsync("x * 2")).Value);
    }

    [Theory]
    [InlineData("int F() => 1;", "int F() => 2;", "F()")]
    [InlineData("var v = 1;", "var v = \"2\";", "v")]
    [InlineData("class C { public int N => 1; }", "class C { public int N => 2; }", "new C().N")]
    [InlineData("record R(int N);", "record R(int N, int M = 2) { public override string ToString() => $\"{M}\"; }", "new R(1)")]
    public async Task A_redefinition_counts_from_then_on(string first, string second, string use)
    {
        (await _notebook.RunAsync(first)).Succeeded();
        (await _notebook.RunAsync(second)).Succeeded();

        Assert.Equal("2", (await _notebook.RunAsync($"$\"{{{use}}}\"")).Value);
    }

    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("var a = 1;\na", "1")]
    [InlineData("\"text\"", "text")]
    [InlineData("await Task.FromResult(3)", "3")]
    [InlineData("await Task.Delay(1); 4", "4")]
    [InlineData("return 5;", "5")]
    [InlineData("(string)null", "<null>")]
    [InlineData("new[] { 1, 2 }.Select(n => n * n)", "[ 1, 4 ]")]
    [InlineData("int seven = 7; int F(int n) { return n; }\nF(seven)", "7")]
    public async Task The_last_expression_is_the_value(string code, string value) =>
        Assert.Equal(value, (await _notebook.RunAsync(code)).Succeeded().Value);

    [Theory]
    [InlineData("_ = 1 + 1;")]
    [InlineData("Console.Write(1)")]
    [InlineData("await Task.Delay(1)")]
    [InlineData("var x = 1;")]
    [InlineData("if (true) { return; }")]
    [InlineData("")]
    [InlineData("// only a comment")]
    [InlineData("\uFEFF/* a comment\r\nof two lines */\r\n")]
    [InlineData("class C { int M() { return 1; } }")]
    public async Task Without_an_expression_there_is_no_value(string code)
    {
        var ran = await _notebook.RunAsync(code);

        ran.Succeeded();
        Assert.Empty(ran.Shown.OfType<CellOutput.ExecuteResult>());
    }

    [Fact]
    public async Task Using_directives_are_kept()
    {
        (await _notebook.RunAsync("using System.Globalization;\nusing Numbers = System.Collections.Generic.List<int>;")).Succeeded();

        Assert.Equal("1", (await _notebook.RunAsync("new Numbers { CultureInfo.InvariantCulture.LCID }.Count")).Value);
    }

    [Fact]
    public async Task A_cell_that_fails_keeps_what_it_has_assigned()
    {
        var ran = await _notebook.RunAsync("var kept = 1;\nkept = 2;\nthrow new Exception(\"stop here\");");

        Assert.Equal("stop here", ran.Error.Message);
        Assert.Equal("2", (await _notebook.RunAsync("kept")).Value);
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_changes_nothing()
    {
        await _notebook.RunAsync("var x = 1;");
        await _notebook.RunAsync("var x = 2; nonsense");

        Assert.Equal("1", (await _notebook.RunAsync("x")).Value);
    }

    [Fact]
    public async Task A_cell_without_declarations_leaves_no_gap_for_later_ones()
    {
        await _notebook.RunAsync("var a = 1;");
        await _notebook.RunAsync("a + 1");
        await _notebook.RunAsync("int Twice() => 2 * a;");
        await _notebook.RunAsync("a = 5;");

        Assert.Equal("10", (await _notebook.RunAsync("Twice()")).Value);
    }

    [Theory]
    [InlineData("foreach (var (k, v) in new Dictionary<string, int> { [\"a\"] = 1 }) Console.Write(k + v);", "a1")]
    [InlineData("var i = 0; again: i++; if (i < 3) goto again; Console.Write(i);", "3")]
    [InlineData("unsafe { int n = 4; int* p = &n; Console.Write(*p); }", "4")]
    [InlineData("var größe = 5; Console.Write(größe);", "5")]
    [InlineData("class Outer { public class Inner { public override string ToString() => \"in\"; } } Console.Write(new Outer.Inner());", "in")]
    [InlineData("static int Twice(this int n) => 2 * n; Console.Write(3.Twice());", "6")]
    [InlineData("#if NEVER\nnonsense\n#endif\n#region r\n#nullable enable\nstring? s = null; Console.Write(s?.Length ?? -1);\n#endregion", "-1")]
    [InlineData("Console.Write(\"#!nothing\\n\" + @\"\n#!html\n\");/*\n#!unknown\n*/", "#!nothing\n\n#!html\n")]
    [InlineData("System.Linq.Expressions.Expression<Func<int, int>> e = n => n + 1; Console.Write(e);", "n => (n + 1)")]
    [InlineData("Action<int> a = n => Console.Write(n); Func<Task> b = async () => await Task.Yield(); a(1); await b(); Func<Task<int>> c = async () => await Task.FromResult(2); a(await c());", "12")]
    [InlineData("class A { int _x; public int this[int i] => i; public int P { get => _x; set => _x = value; } public A() => P = 3; public static A operator +(A a, A b) => a; public ref int R() => ref _x; } var q = new A(); q.R()++; Console.Write((q + q).P + q[1]);", "5")]
    [InlineData("async Task T() => await Task.Yield(); async ValueTask<int> V() => await Task.FromResult(1); int Z() => throw new Exception(); await T(); Console.Write(await V());", "1")]
    [InlineData("var evens = from n in Enumerable.Range(0, 5) where n % 2 == 0 select n; Console.Write(string.Join(\",\", evens));", "0,2,4")]
    public async Task The_language_works_in_a_cell_as_in_a_file(string code, string written) =>
        Assert.Equal(written, (await _notebook.RunAsync(code)).Succeeded().Stdout);
}
