using System.Globalization;
using System.Text.RegularExpressions;

namespace NotebookSession.Tests;

/// <summary>Each failing statement stands on line 4; what it needs is declared on line 1.</summary>
public sealed partial class PlacingErrors : IAsyncDisposable
{
    private readonly TestSession _notebook = new();

    public static TheoryData<string, string> Failing { get; } = new()
    {
        { "var a = new int[2]; var i = 5;", "before += a[i];" },
        { "var a = new int[2]; var i = -1;", "a[i] = before;" },
        { "var a = new int[2]; var i = 5;", "a[i]++;" },
        { "var a = new double[2, 2]; var i = 5;", "a[1, i] = 1;" },
        { "var a = new int[2][]; var i = 0;", "before += a[i][0];" },
        { "var a = new string[1]; object[] b = a;", "b[0] = new object();" },
        { "var n = -1;", "var made = new int[n];" },
        { "var a = new int[3]; var i = 7;", "before += a[^i];" },
        { "var a = new int[3]; var i = 7;", "var part = a[1..i];" },
        { "var s = \"abc\"; var i = 5;", "before += s[i];" },
        { "var s = \"abc\"; var i = 5;", "before += s.Substring(i).Length;" },
        { "var l = new List<int> { 1 }; var i = 5;", "before += l[i];" },
        { "var l = new List<int> { 1 };", "foreach (var x in l) l.Add(x);" },
        { "var i = 5;", "before += new int[2].AsSpan()[i];" },
        { "var i = 5;", "new int[2].AsSpan().Slice(i).Fill(1);" },
        { "var d = new Dictionary<string, int>();", "before += d[\"no\"];" },
        { "var d = new Dictionary<string, int> { [\"a\"] = 1 };", "d.Add(\"a\", 2);" },
        { "var q = new Queue<int>();", "before += q.Dequeue();" },
        { "var zero = 0;", "before /= zero;" },
        { "var zero = 0L;", "before += (int)(7 % zero);" },
        { "var zero = 0m;", "var d = 1m / zero;" },
        { "var max = int.MaxValue;", "before += checked(max + 1);" },
        { "var big = 1e300;", "before += checked((int)big);" },
        { "var min = int.MinValue;", "before = Math.Abs(min);" },
        { "string none = null;", "before += none.Length;" },
        { "int[] none = null;", "before += none[0];" },
        { "class Node { public Node Next; public int N; } var node = new Node();", "node.Next.N = 3;" },
        { "int? none = null;", "before += none.Value;" },
        { "object o = \"text\";", "before += (int)o;" },
        { "object o = \"text\";", "var u = (Uri)o;" },
        { "var text = \"x\";", "before += int.Parse(text);" },
        { "var none = new int[0];", "before += none.First();" },
        { "Func<int> f = null;", "before += f();" },
        { "enum Color { Red } var c = (Color)7;", "before += c switch { Color.Red => 1 };" },
        { "dynamic d = 1;", "d.Missing();" },
        { "var s = new Stack<int>();", "before += s.Peek();" },
        { "Task<int> Broken() => Task.FromException<int>(new Exception());", "before += await Broken();" },
        { "using System.Globalization;", "new DateTime(2026, 2, 30).ToString(CultureInfo.InvariantCulture);" },
        { "var t = typeof(int).GetMethod(\"Parse\", [typeof(string)]);", "t.Invoke(null, [\"x\"]);" },
        { "", "throw new Exception();" },
    };

    public static TheoryData<string, string> FailingInside { get; } = new()
    {
        { "Func<int[], int, int> f = (a, i) => a[i];", "f(new int[1], 3);" },
        { "class A { int[] _a = new int[1]; public A(int i) { _a[i] = 1; } }", "new A(3);" },
        { "class A { int[] _a = new int[1]; public int P => _a[3]; }", "_ = new A().P;" },
        { "class A { int[] _a = new int[1]; public int P { set => _a[value] = 1; } }", "new A().P = 3;" },
        { "class A { int[] _a = new int[1]; public int this[int i] => _a[i]; }", "_ = new A()[3];" },
        { "class A { public string S; public int N = ((string)null).Length; }", "new A();" },
        { "class A(string s) { public int N = s.Length; }", "new A(null);" },
        { "class A { public static int operator +(A a, int i) => (new int[1])[i]; }", "_ = new A() + 3;" },
        { "class A { public static implicit operator int(A a) => (new int[1])[3]; }", "int n = new A();" },
        { "class A { public override string ToString() => (new int[1])[3].ToString(); }", "_ = $\"{new A()}\";" },
        { "IEnumerable<int> G(int z) { yield return 1; yield return 1 / z; }", "G(0).ToList();" },
        { "async Task<int> F(int z) { await Task.Yield(); return 1 / z; }", "F(0).Wait();" },
        { "async IAsyncEnumerable<int> G(int z) { await Task.Yield(); yield return 1 / z; }", "G(0).GetAsyncEnumerator().MoveNextAsync().AsTask().Wait();" },
        { "record R(int N) { public int Half { get; } = 1 / N; }", "new R(0);" },
        { "struct S { int _z; public int D() => 1 / _z; }", "new S().D();" },
        { "var t = Task.Run(() => int.Parse(\"x\"));", "t.Wait();" },
        { "T F<T>(T[] a, int i) => a[i];", "F(new[] { 1.5 }, 3);" },
        { "static int Twice(this int[] a, int i) => 2 * a[i];", "new int[1].Twice(3);" },
        { "int Outer(int i) { int Inner() => (new int[1])[i]; return Inner(); }", "Outer(3);" },
    };

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task At_top_level_an_error_names_its_line(string declared, string statement) =>
        Assert.Equal([4], await LinesAsync($"{declared}\nvar before = 1;\nbefore += 1;\n{statement}\nConsole.Write(before);"));

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task In_a_function_an_error_names_its_line_and_the_calls(string declared, string statement)
    {
        var (keyword, call) = statement.Contains("await", StringComparison.Ordinal) ? ("async Task", "await F();") : ("void", "F();");

        Assert.Equal([4, 9], await LinesAsync(
            $"{declared} {keyword} F() {{\nvar before = 1;\nbefore += 1;\n{statement}\nConsole.Write(before);\nbefore++;\n}}\nConsole.Write(1);\n{call}"));
    }

    [Theory]
    [MemberData(nameof(FailingInside))]
    public async Task An_error_inside_what_is_called_names_both_lines(string declared, string statement) =>
        Assert.Equal([1, 4], (await LinesAsync($"{declared}\nvar before = 1;\nbefore += 1;\n{statement}\nConsole.Write(before);")).Distinct());

    [Fact]
    public async Task A_loop_that_has_long_been_optimized_still_names_the_line() => Assert.Equal([6, 11], await LinesAsync(
        """
        double Sum(double[] a, int n)
        {
            double s = 0;
            for (var i = 0; i < n; i++)
            {
                s += a[i];
                s *= 0.5;
            }
            return s;
        }
        for (var round = 0; round < 200_000; round++) Sum(new double[100], round < 199_999 ? 100 : 101);
        """));

    [Fact]
    public async Task A_fault_of_the_compiler_is_told_as_such()
    {
        var ran = await _notebook.RunAsync("Console.WriteLine($\"{nameof(n)} {int.TryParse(\"1\", out var n)}\");");

        Assert.Equal("CompilerFault", ran.Error.Name);
        Assert.Contains("The C# compiler itself failed on this cell (NullReferenceException", ran.Error.Message, StringComparison.Ordinal);
        Assert.InRange(ran.Error.Traceback.Count, 1, 3);
    }

    private async Task<IEnumerable<int>> LinesAsync(string code)
    {
        var ran = await _notebook.RunAsync(code);
        Assert.NotEqual("CompileError", ran.Error.Name);
        return Frames().Matches(ran.Traceback.Split("caused by")[0]).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^   at .*?line (\d+)$", RegexOptions.Multiline)]
    private static partial Regex Frames();
}
