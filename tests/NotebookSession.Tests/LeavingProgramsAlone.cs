namespace NotebookSession.Tests;

/// <summary>What makes a cell stoppable changes nothing that C# says about it.</summary>
public sealed class LeavingProgramsAlone : IAsyncDisposable
{
    private readonly TestSession _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [InlineData("int[] xs = [1, 2, 3], ys = [2, 3];\nxs.AsQueryable().Where(x => ys.Any(y => y == x)).Count()", "2")]
    [InlineData("System.Linq.Expressions.Expression<Func<int, Func<int, int>>> e = x => y => x + y; e.Compile()(1)(2)", "3")]
    [InlineData("class C { public int N; public void operator +=(int n) => N += n; public void operator ++() => N++; }\nvar c = new C(); c += 5; c++; c.N", "6")]
    [InlineData("using Whole = System.Threading.Tasks.Task<int>; async Whole F() => await Task.FromResult(4);\nawait F()", "4")]
    [InlineData("#nullable enable\nasync Task<int>? F() => await Task.FromResult(5);\nawait F()!", "5")]
    [InlineData("string Name(Func<int> f, [System.Runtime.CompilerServices.CallerArgumentExpression(\"f\")] string t = \"\") => t;\nName(() => 1 + 2)", "() => 1 + 2")]
    [InlineData("int R(int n) => n == 0 ? 0 : 1 + R(n - 1); var r = 0;\nvar t = new Thread(() => r = R(100), 128 * 1024); t.Start(); t.Join(); r", "100")]
    [InlineData("unsafe int Sum() { int* a = stackalloc int[10]; var s = 0; for (var i = 0; i < 10; i++) { a[i] = i; } for (var i = 0; i < 10; i++) s += a[i]; return s; }\nSum()", "45")]
    [InlineData("ref int Find(int[] a, int i) => ref a[i]; var a = new int[3]; Find(a, 1) = 8; a[1]", "8")]
    [InlineData("class P { public required int X { get; init; } }\nnew P { X = 3 }.X", "3")]
    [InlineData("ref struct S { public ref int R; public int Twice() => 2 * R; } int Use() { var n = 4; var s = new S { R = ref n }; return s.Twice(); }\nUse()", "8")]
    [InlineData("int F(int n) { try { return n / (n - 1); } catch (DivideByZeroException) when (n == 1) { return -1; } finally { n++; } }\nF(1) + F(2)", "1")]
    [InlineData("IEnumerable<int> G() { try { for (var i = 0; i < 3; i++) yield return i; } finally { } }\nG().Sum()", "3")]
    [InlineData("ReadOnlySpan<long> Longs() => [1, 2, 3]; long S() { long s = 0; foreach (var n in Longs()) s += n; return s; }\nS()", "6")]
    [InlineData("if (DateTime.Now.Year < 2000) Environment.Exit(1);\n7", "7")]
    [InlineData("static int Twice(int n) => 2 * n; unsafe int Call() { delegate*<int, int> p = &Twice; return p(4); }\nCall()", "8")]
    [InlineData("public class Person { public string Name { get; set; } }\nvar w = new StringWriter(); new System.Xml.Serialization.XmlSerializer(typeof(Person)).Serialize(w, new Person { Name = \"Ada\" }); w.ToString().Contains(\"<Name>Ada</Name>\")", "True")]
    [InlineData("Func<int, int> Fib = null; Fib = n => n < 2 ? n : Fib(n - 1) + Fib(n - 2); Fib(15)", "610")]
    public async Task A_valid_program_gives_its_value(string code, string value) =>
        Assert.Equal(value, (await _notebook.RunAsync(code)).Succeeded().Value);

    [Theory]
    [InlineData("class Program { static void Main() { Console.Write(1); } }", "Write public before it, and call it: Program.Main();")]
    [InlineData("class App\n{\n  public static async Task Main(string[] args) { }\n}", "line 3: a notebook doesn't call Main by itself. Call it: await App.Main([]);")]
    public async Task A_program_with_Main_is_told_how_to_run_it(string code, string hint) =>
        Assert.Contains(hint, (await _notebook.RunAsync(code)).Succeeded().Stderr, StringComparison.Ordinal);

    [Fact]
    public async Task A_program_that_calls_its_Main_is_told_nothing()
    {
        var ran = (await _notebook.RunAsync("class Program { public static void Main() { Console.Write(1); } }\nProgram.Main();")).Succeeded();

        Assert.Equal(("1", ""), (ran.Stdout, ran.Stderr));
    }
}
