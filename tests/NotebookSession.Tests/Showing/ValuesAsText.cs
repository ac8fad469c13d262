namespace NotebookSession.Tests.Showing;

/// <summary>A last expression, and its text/plain.</summary>
public sealed class ValuesAsText : IAsyncDisposable
{
    private readonly TestSession _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [InlineData("new float[,] { { 1, 2 }, { 3, 4.5f } }", "float[2, 2]\n1    2\n3  4.5")]
    [InlineData("new string[,] { { \"a\", null } }", "string[1, 2]\na  <null>")]
    [InlineData("new int[1, 2, 2]", "int[1, 2, 2]\n[0, .., ..]\n0  0\n0  0")]
    [InlineData("new int[0, 3]", "int[0, 3]")]
    [InlineData("new[] { new[] { 1, 2 }, new[] { 3 } }", "int[][]\n[ 1, 2 ]\n[ 3 ]")]
    [InlineData("new List<List<int>> { new() { 1 } }", "List<List<int>>\n[ 1 ]")]
    public async Task An_array_keeps_its_shape(string code, string text) => await ShowsAsync(code, text);

    [Theory]
    [InlineData("new DateTime(2024, 1, 2, 3, 4, 5)", "2024-01-02 03:04:05")]
    [InlineData("new DateTime(2024, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc)", "2024-01-02 03:04:05.678Z")]
    [InlineData("new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(-2))", "2024-01-02 03:04:05-02:00")]
    [InlineData("new DateOnly(2024, 1, 2)", "2024-01-02")]
    [InlineData("new TimeOnly(3, 4)", "03:04:00")]
    [InlineData("TimeSpan.FromSeconds(90.5)", "00:01:30.5000000")]
    [InlineData("new DateTime?[] { null, DateTime.UnixEpoch }", "[ <null>, 1970-01-01 00:00:00Z ]")]
    public async Task A_time_is_shown_as_it_is(string code, string text) => await ShowsAsync(code, text);

    [Theory]
    [InlineData("(1, \"a\")", "(1, a)")]
    [InlineData("(1, (2, new[] { 3 }))", "(1, (2, [ 3 ]))")]
    [InlineData("Tuple.Create(1, \"a\")", "(1, a)")]
    [InlineData("new[] { (1, \"a\"), (2, \"b\") }", "[ (1, a), (2, b) ]")]
    [InlineData("new (int, string)?[] { (1, \"a\"), null }", "[ (1, a), <null> ]")]
    [InlineData("new Dictionary<(int, int), string> { [(1, 2)] = \"a\" }", "Key     Value\n------  -----\n(1, 2)  a")]
    public async Task A_tuple_is_text(string code, string text) => await ShowsAsync(code, text);

    [Theory]
    [InlineData("class A { public object X => 1; } class B : A { public new int X => 2; } new B()", "B\n  X: 2")]
    [InlineData("class A { public int Old = 1; } class B : A { public int New = 2; } new B()", "B\n  Old: 1\n  New: 2")]
    [InlineData("class T { public int Bad => throw new FormatException(\"no\"); public int Good => 1; } new T()",
        "T\n  Bad: (System.FormatException: no)\n  Good: 1")]
    [InlineData("class T { public Span<int> S => default; public int this[int i] => i; public int X = 1; } new T()", "T\n  X: 1")]
    [InlineData("class E { } new E()", "E")]
    [InlineData("class N { public N Next; public int V = 1; } var n = new N(); n.Next = n; n",
        "N\n  Next: N { Next = N { Next = N …, V = 1 }, V = 1 }\n  V: 1")]
    [InlineData("record P(string Name, int Age); new P(\"a\", 1)", "P { Name = a, Age = 1 }")]
    [InlineData("record struct P(double X); new P(0.5)", "P { X = 0.5 }")]
    [InlineData("record P(int[] Xs); new P(new[] { 1, 2 })", "P { Xs = [ 1, 2 ] }")]
    [InlineData("new { A = 1, B = new { C = \"x\" } }", "{ A = 1, B = { C = x } }")]
    [InlineData("struct S { public int X; public override string ToString() => $\"S{X}\"; } new S { X = 3 }", "S3")]
    [InlineData("class C { public override string ToString() => throw new Exception(\"x\"); } new C()", "C (its ToString failed: System.Exception: x)")]
    [InlineData("class H { public int[,] M = { { 1, 2 } }; public (int, string) T = (1, \"x\"); } new H()", "H\n  M: [ [ 1, 2 ] ]\n  T: (1, x)")]
    public async Task An_object_is_its_own_words_or_its_members(string code, string text) => await ShowsAsync(code, text);

    [Theory]
    [InlineData("record P(string Name, int Age); new[] { new P(\"a\", 1), new P(\"bb\", 22) }", "Name  Age\n----  ---\na       1\nbb     22")]
    [InlineData("new[] { new { A = 1, B = \"x\" } }.ToList()", "A  B\n-  -\n1  x")]
    [InlineData("new Dictionary<string, int> { [\"a\"] = 1 }", "Key  Value\n---  -----\na        1")]
    [InlineData("new Dictionary<string, int> { [\"a\"] = 1 }.Where(pair => true)", "Key  Value\n---  -----\na        1")]
    [InlineData("new[] { new Dictionary<string, object> { [\"a\"] = 1 }, new() { [\"b\"] = 2 } }", "a  b\n-  -\n1\n   2")]
    [InlineData("record S; record C(int R) : S; record Q(int W) : S; new S[] { new C(1), new Q(2) }", "R  W\n-  -\n1\n   2")]
    [InlineData("var t = new System.Data.DataTable(); t.Columns.Add(\"A\", typeof(int)); t.Rows.Add(1); t.Rows.Add(DBNull.Value); t", "A\n------\n1\n<null>")]
    [InlineData("record P(int X); Enumerable.Range(0, 25).Select(i => new P(i)).Skip(5)", null, "X\n--\n 5")]
    [InlineData("record P(int X); Enumerable.Range(0, 25).Select(i => new P(i)).ToList()", null, "19\n... (5 more)")]
    public async Task Records_and_dictionaries_are_a_table(string code, string? text, string part = "") => await ShowsAsync(code, text, part);

    [Theory]
    [InlineData("new object[] { null, 1, \"a\", 'c' }", "[ <null>, 1, a, c ]")]
    [InlineData("new int[0]", "[  ]")]
    [InlineData("new HashSet<int> { 1, 2 }", "[ 1, 2 ]")]
    [InlineData("new Stack<int>(new[] { 1, 2 })", "[ 2, 1 ]")]
    [InlineData("new ArraySegment<int>(new[] { 1, 2, 3 }, 1, 2)", "[ 2, 3 ]")]
    [InlineData("System.Collections.Immutable.ImmutableArray.Create(1, 2)", "[ 1, 2 ]")]
    [InlineData("Enumerable.Range(0, 1000)", "[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 ... (980 more) ]")]
    [InlineData("IEnumerable<int> N() { for (var i = 0; ; i++) yield return i; } N()", null, "18, 19 ... (more than 10000 more) ]")]
    [InlineData("new[] { \"a\", \"bb\", \"c\" }.GroupBy(x => x.Length)", null, "1: [ a, c ]\n2: [ bb ]")]
    [InlineData("record P(int X); new List<object> { 1, new P(2) }", "[ 1, P { X = 2 } ]")]
    [InlineData("class Y : IEnumerable { public IEnumerator GetEnumerator() { yield return this; } } new Y()", "Y\n[ [ Y … ] ]")]
    public async Task A_list_is_its_items(string code, string? text, string part = "") => await ShowsAsync(code, text, part);

    [Theory]
    [InlineData("0.1f + 0.2f", "0.3")]
    [InlineData("1e300", "1E+300")]
    [InlineData("double.NaN", "NaN")]
    [InlineData("1234.5m", "1234.5")]
    [InlineData("(int?)null", "<null>")]
    [InlineData("System.Numerics.BigInteger.Pow(2, 100)", "1267650600228229401496703205376")]
    [InlineData("new System.Numerics.Complex(1, 2)", "<1; 2>")]
    [InlineData("new System.Numerics.Vector3(1, 2, 3)", "<1, 2, 3>")]
    [InlineData("DayOfWeek.Monday", "Monday")]
    [InlineData("FileAttributes.ReadOnly | FileAttributes.Hidden", "ReadOnly, Hidden")]
    [InlineData("1..^2", "1..^2")]
    [InlineData("new Version(1, 2)", "1.2")]
    [InlineData("new Uri(\"http://a.b/c\")", "http://a.b/c")]
    [InlineData("new StringBuilder(\"abc\")", "abc")]
    [InlineData("KeyValuePair.Create(\"a\", 1)", "[a, 1]")]
    [InlineData("System.Text.RegularExpressions.Regex.Match(\"abc\", \"b\")", "b")]
    [InlineData("System.Text.Json.Nodes.JsonNode.Parse(\"[1]\")", "[\n  1\n]")]
    [InlineData("new InvalidOperationException(\"bad\")", "System.InvalidOperationException: bad")]
    [InlineData("typeof(List<int>)", "System.Collections.Generic.List<System.Int32>")]
    [InlineData("Func<int, int> f = x => x; f", "Func<int, int>")]
    [InlineData("Func<double, double> f = Math.Sqrt; f", "Func<double, double>: Sqrt")]
    [InlineData("var t = Task.FromResult(5); t", "Task<int>, completed: 5")]
    [InlineData("var t = Task.FromException(new Exception(\"x\")); t", null, "Task, failed: ")]
    [InlineData("new Lazy<int>(() => 5)", "Value is not created.")]
    [InlineData("async IAsyncEnumerable<int> A() { yield return 1; await Task.Yield(); } var a = A(); a", null, "await foreach")]
    [InlineData("'\\n'", "\\n")]
    [InlineData("\"a\\u0001\\tb\"", "a\\u0001\tb")]
    [InlineData("System.Linq.Expressions.Expression<Func<int, bool>> e = x => x > 1; e", "x => (x > 1)")]
    public async Task A_value_with_a_text_in_dotnet_has_that_text(string code, string? text, string part = "") => await ShowsAsync(code, text, part);

    private async Task ShowsAsync(string code, string? text, string part = "")
    {
        var shown = (await _notebook.RunAsync(code)).Succeeded().Value!;
        Assert.Contains(part, shown, StringComparison.Ordinal);
        Assert.Equal(text ?? shown, shown);
    }
}
