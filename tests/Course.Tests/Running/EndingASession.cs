using System.Diagnostics;
using NotebookKernel.Running;
using NotebookSession;

namespace Course.Tests.Running;

/// <summary>Sixty ways to end a process, run in one that is really there, with 320 MB for it all.</summary>
public sealed class EndingASession
{
    private static readonly string[] _survived =
    [
        // Recursion without an end, where the student writes it
        "int F(int n) => F(n + 1) + 1;\nF(0)",
        "class Node { public Node Next = new Node(); }\nnew Node()",
        "class A(int n) { public A Next = new A(n + 1); }\nnew A(0)",
        "class A { B _b = new(); } class B { A _a = new(); }\nnew A()",
        "class A { public A() { new A(); } }\nnew A()",
        "class A { public A this[int i] => this[i + 1]; }\nnew A()[0]",
        "class A { public int P { get => P; set => P = value; } }\nnew A().P = 1;",
        "class A { static A Make() => new B(); class B : A { A _a = Make(); } public static A Of() => Make(); }\nA.Of()",
        "struct S { public int N() => new S().N(); }\nnew S().N()",
        "class A { public static implicit operator int(A a) => a; }\nint n = new A();",
        "class A { public static A operator +(A a, A b) => a + b; }\nnew A() + new A()",
        "Func<int, int> f = null; f = n => f(n + 1);\nf(0)",
        "Action a = null; a = () => a();\na();",
        "T F<T>(T x) => F(x);\nF(1)",
        "dynamic F(dynamic x) => F(x);\nF(1)",
        "interface I { int N => N; } class C : I { }\n((I)new C()).N",
        "class A { event Action E { add => E += value; remove { } } public void Add() => E += () => { }; }\nnew A().Add();",
        // … and where the compiler writes it
        "record R(string S) { public R Next { get; set; } }\nvar a = new R(\"a\"); a.Next = a; var b = new R(\"a\"); b.Next = b; a == b",
        "a.GetHashCode()",
        "a.ToString()",
        "$\"{a}\"",
        "new HashSet<R> { a }",
        "new Dictionary<R, int> { [a] = 1 }",
        "a.Equals(b)",
        "a",
        "record struct V(object O); var box = new object[1]; var v = new V(box); v = new V(new V(v)); box[0] = a; a.GetHashCode()",
        "class T { public T Self => new T(); public override string ToString() => Self.ToString(); }\nnew T()",
        "class E : IEnumerable<E> { public IEnumerator<E> GetEnumerator() { yield return this; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }\nnew E()",
        "class M : Exception { public override string Message => Message; }\nthrow new M();",
        // … or the library calls it
        "class K { public override int GetHashCode() => new HashSet<K> { this }.Count; }\nnew K().GetHashCode()",
        "class K : IComparable<K> { public int CompareTo(K k) => Comparer<K>.Default.Compare(this, k); }\nnew[] { new K(), new K() }.Order().ToList()",
        "IEnumerable<int> Q() => Enumerable.Range(0, 2).SelectMany(_ => Q());\nQ().Count()",
        "string X(System.Text.RegularExpressions.Match m) => System.Text.RegularExpressions.Regex.Replace(\"a\", \"a\", X);\nSystem.Text.RegularExpressions.Regex.Replace(\"a\", \"a\", X)",
        "class J { public J Next => new J(); }\nSystem.Text.Json.JsonSerializer.Serialize(new J())",
        "class L { public static Lazy<int> N = new(() => M(0)); static int M(int n) => M(n); }\nL.N.Value",
        "int P(int n) { Parallel.For(0, 1, _ => P(n + 1)); return 0; }\nP(0)",
        "async Task<int> G(int n) => await G(n + 1);\nawait G(0)",
        "async IAsyncEnumerable<int> H() { await foreach (var x in H()) yield return x; }\nawait foreach (var x in H()) { }",
        "unsafe void S() { byte* p = stackalloc byte[64_000_000]; p[0] = 1; }\nS();",
        // What nobody catches
        "async void V() { await Task.Yield(); throw new Exception(\"lost\"); }\nV(); await Task.Delay(5000);",
        "new Thread(() => throw new Exception(\"alone\")).Start(); Thread.Sleep(50);",
        "new Timer(_ => throw new Exception(\"late\"), null, 1, -1); Thread.Sleep(50);",
        "ThreadPool.QueueUserWorkItem(_ => throw new Exception(\"pool\")); Thread.Sleep(50);",
        "ThreadPool.UnsafeQueueUserWorkItem(_ => throw new Exception(\"pool\"), null); Thread.Sleep(50);",
        "class F { ~F() => throw new Exception(\"final\"); } void Drop() => new F();\nDrop(); GC.Collect(); GC.WaitForPendingFinalizers();",
        "_ = Task.Run(() => throw new Exception(\"unobserved\")); Thread.Sleep(50); GC.Collect(); GC.WaitForPendingFinalizers();",
        "AppDomain.CurrentDomain.ProcessExit += (_, _) => throw new Exception(); AppDomain.CurrentDomain.UnhandledException += (_, _) => { };",
        // What asks for the end
        "Environment.Exit(3);",
        "Environment.FailFast(\"on purpose\");",
        "Action<int> exit = Environment.Exit; exit(0);",
        "System.Diagnostics.Process.GetCurrentProcess().Kill();",
        "System.Diagnostics.Process.GetProcessById(Environment.ProcessId).Kill(true);",
        "#define DEBUG\nSystem.Diagnostics.Debug.Assert(1 > 2, \"never\");",
        "#define DEBUG\nSystem.Diagnostics.Debug.Fail(\"never\");",
        "#define TRACE\nSystem.Diagnostics.Trace.Fail(\"never\");",
        "Thread.CurrentThread.Abort();",
        "Console.Out.Close(); Console.Error.Dispose(); Console.In.Close();",
        // Too much of something
        "var blocks = new List<byte[]>(); while (true) blocks.Add(new byte[10_000_000]);",
        "blocks = null; var text = new System.Text.StringBuilder(); while (true) text.Append('x', 1_000_000);",
        "text = null; var big = new long[300_000_000];",
        "var s = new string('x', int.MaxValue);",
        "Marshal.Copy(new byte[1], 0, 0, 1);",
        "unsafe { *(int*)0 = 1; }",
        // What is caught and thrown anew on each level: the thread that was lost in it stays, and slows the others a little
        "var l = new List<int> { 2, 1 }; int C(int x, int y) { var m = new List<int> { 2, 1 }; m.Sort(C); return 0; }\nl.Sort(C);",
        "class Z { public static object M() => typeof(Z).GetMethod(\"M\").Invoke(null, null); }\nZ.M()",
        "class W { public static int M(int n) { try { return M(n + 1); } catch (Exception e) { throw new Exception(\"x\", e); } } }\nW.M(0)",
    ];

    [Fact]
    public async Task Fifty_five_ways_and_more_leave_the_session_and_its_variables()
    {
        await using var session = Start(("DOTNET_GCHeapHardLimit", "14000000"));
        await session.RunAsync("using System.Runtime.InteropServices; var kept = 7;", _ => { }, TestContext.Current.CancellationToken);
        List<string> ended = [];
        foreach (var way in _survived)
        {
            var result = await session.RunAsync(way, _ => { }, TestContext.Current.CancellationToken);
            Assert.False(result is CellResult.Died or CellResult.Failed { Error.Name: "CompileError" }, $"{way}\n{string.Join('\n', result.Failure?.Traceback ?? [])}");
            List<CellOutput> shown = [];
            var after = await session.RunAsync("kept", shown.Add, TestContext.Current.CancellationToken);
            Assert.True(
                shown is [CellOutput.ExecuteResult { Data: var data }] && data["text/plain"].ToString() == "7",
                $"{way}\nthen {after} {string.Join(' ', shown)} {string.Join('\n', after.Failure?.Traceback ?? [])}");
        }

        Assert.InRange(_survived.Length, 55, 100);
    }

    [Theory]
    [InlineData("var q = Enumerable.Range(0, 9);\nfor (var i = 0; i < 3_000_000; i++) q = q.Where(n => n >= 0);\nq.Count()", "StackOverflow", 3)]
    [InlineData("unsafe void Write()\n{\n  *(int*)123456789 = 1;\n}\nWrite();", "AccessViolation", 5)]
    [InlineData("var id = Environment.ProcessId;\nSystem.Diagnostics.Process.Start(\"kill\", $\"-9 {id}\").WaitForExit();\nThread.Sleep(5000);", "Killed", 2)]
    [InlineData("var exit = typeof(Environment).GetMethod(\"Exit\");\nexit.Invoke(null, [3]);", "SessionEnded", 2)]
    [InlineData("var fail = typeof(Environment).GetMethod(\"FailFast\", [typeof(string)]);\n\nfail.Invoke(null, [\"by reflection\"]);", "ProcessTerminated", 3)]
    public async Task What_ends_the_session_is_told_with_the_students_line(string code, string name, int line)
    {
        await using var session = Start();

        var died = Assert.IsType<CellResult.Died>(await session.RunAsync(code, _ => { }, TestContext.Current.CancellationToken)).Error;

        Assert.Equal(name, died.Name);
        Assert.Contains($"   at line {line}", died.Traceback);
        Assert.Contains($"      {code.Split('\n')[line - 1]}", died.Traceback);
    }

    [Fact]
    public async Task A_function_that_ends_the_session_is_named()
    {
        await using var session = Start();

        var died = Assert.IsType<CellResult.Died>(await session.RunAsync(
            "int Deep(IEnumerable<int> q)\n{\n  for (var i = 0; i < 3_000_000; i++) q = q.Where(n => n >= 0);\n  return q.Count();\n}\nDeep([1])", _ => { }, TestContext.Current.CancellationToken)).Error;

        Assert.Contains(died.Traceback, frame => frame.Contains("at Deep(", StringComparison.Ordinal));
        Assert.Contains("   at line 6", died.Traceback);
    }

    private static SessionProcess Start(params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Course.dll"), "session", AppContext.BaseDirectory]);
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return new SessionProcess(start);
    }
}
