//// roslyn 49529, a switch expression over a variable => empty
string arguments = ""; var reply = arguments switch { null => "null", "" => "empty", _ => arguments }; reply
//// roslyn 39565, an out variable in a condition at top level => 5
if (int.TryParse("5", out var x)) { } x
//// roslyn 39548, a pattern variable at top level => 3
object o = "abc"; if (o is string s) { } s.Length
//// roslyn 13450, an out parameter of a method below => set
OutVar(out string q); void OutVar(out string s) { s = "set"; } q
//// roslyn 10603, a pattern in a call's arguments => 3
int M(bool b, string s) => b ? s.Length : 0; object o = "abc"; M(o is string s, s)
//// roslyn 13957, deconstruction at top level => 1b
(int n, string s) = (1, "b"); n + s
//// roslyn 23996, a local function in a method sees the cell's variables => 42
var global = 42; int Method() { int Local() { return global; } return Local(); } Method()
//// roslyn 23996, a local function in a lambda sees the cell's variables => 42
var global = 42; Func<int> f = () => { int Local() => global; return Local(); }; f()
//// roslyn 39581, a static method called from a static local function => True
static bool TryGet(out int n) { n = 1; return true; } bool M() { return Inner(); static bool Inner() => TryGet(out _); } M()
//// roslynpad 172, an out variable behind a null check => abc
var d = new Dictionary<string, List<string>> { ["t"] = ["abc"] }; if (d?.TryGetValue("t", out var values) == true) { } values.First()
//// interactive 38, a function used by a later statement => 8
int Twice(int n) => 2 * n; var four = Twice(2); Twice(four)
//// interactive 695, a method keeps the variable it was compiled with => 123
int x = 123; int GetX() => x; GetX()
//// interactive 677, a using statement at top level => closed
class D : IDisposable { public static string S = "open"; public void Dispose() => S = "closed"; } using (var d = new D()) { } D.S
//// interactive 2006, an extension method beside the statements => hi!!!
static string Excited(this string text) => text + "!!!"; "hi".Excited()
//// a lambda inside an expression tree => 2
int[] xs = [1, 2, 3], ys = [2, 3]; xs.AsQueryable().Where(x => ys.Any(y => y == x)).Count()
//// a curried expression tree => 7
System.Linq.Expressions.Expression<Func<int, Func<int, int>>> e = a => b => a + b; e.Compile()(3)(4)
//// an expression tree as text => x => (x + 1)
System.Linq.Expressions.Expression<Func<int, int>> e = x => x + 1; e.ToString()
//// an expression tree of a property => Length
System.Linq.Expressions.Expression<Func<string, int>> e = s => s.Length; ((System.Linq.Expressions.MemberExpression)e.Body).Member.Name
//// an async method that returns an alias => 4
using Whole = System.Threading.Tasks.Task<int>; async Whole F() => await Task.FromResult(4); await F()
//// an async method that returns a nullable task => 5
#nullable enable
async Task<int>? F() => await Task.FromResult(5);
await F()!
//// async lambdas of several kinds => 3
Func<Task<int>> a = async () => await Task.FromResult(1); Func<ValueTask<int>> b = async () => { await Task.Yield(); return 2; }; await a() + await b()
//// an async void lambda => 1
var done = new TaskCompletionSource<int>(); Action a = async () => { await Task.Yield(); done.SetResult(1); }; a(); await done.Task
//// await in a condition, a loop and a catch => 4
var n = 0; if (await Task.FromResult(true)) n++; while (await Task.FromResult(n < 3)) n++; try { throw new Exception(); } catch { n += await Task.FromResult(1); } n
//// a thread with a small stack => 50
int R(int n) => n == 0 ? 0 : 1 + R(n - 1); var r = 0; var t = new Thread(() => r = R(50), 128 * 1024); t.Start(); t.Join(); r
//// a thread with a large stack => 200000
int R(int n) => n == 0 ? 0 : 1 + R(n - 1); var r = 0; var t = new Thread(() => r = R(200_000), 256 << 20); t.Start(); t.Join(); r
//// a deep recursion that ends => 5000
int R(int n) => n == 0 ? 0 : 1 + R(n - 1); R(5000)
//// a deep async recursion that ends => 500
async Task<int> R(int n) => n == 0 ? 0 : 1 + await R(n - 1); await R(500)
//// a class whose initializers refer to each other => 3
class A { public static int X = B.Y + 1; } class B { public static int Y = 2; } A.X
//// a partial method without a body => 1
partial class P { partial void Log(); public int F() { Log(); return 1; } } new P().F()
//// a conditional method that is left out => 0
class C { public static int N; [System.Diagnostics.Conditional("NEVER")] public static void Log() => N++; } C.Log(); C.N
//// #if and #define => defined
#define HERE
#if HERE
var s = "defined";
#else
var s = "not";
#endif
s
//// #line leaves the value alone => 2
#line 100 "other.cs"
1 + 1
//// a struct with a parameterless constructor => 7
struct S { public int N; public S() { N = 7; } } new S().N
//// a base call in an overridden method => ab
class A { public virtual string F() => "a"; } class B : A { public override string F() => base.F() + "b"; } new B().F()
//// constructors that call each other => 6
class A { public int N; public A() : this(5) { N++; } public A(int n) { N = n; } } new A().N
//// a destructor does no harm => 1
class A { ~A() { } public int N => 1; } new A().N
//// volatile and interlocked fields => 1000
class C { public volatile bool B; public int N; } var c = new C(); Parallel.For(0, 1000, _ => Interlocked.Increment(ref c.N)); c.N
//// Monitor and pulses => got
var gate = new object(); var s = ""; var t = new Thread(() => { lock (gate) { s = "got"; Monitor.Pulse(gate); } }); lock (gate) { t.Start(); Monitor.Wait(gate); } s
//// thread-static fields => 0
class C { [ThreadStatic] public static int N; } C.N = 5; var other = -1; var t = new Thread(() => other = C.N); t.Start(); t.Join(); other
//// reflection over a class of the cell => A,B
class P { public int A { get; set; } public int B { get; set; } } string.Join(",", typeof(P).GetProperties().Select(p => p.Name))
//// invoking by reflection => 6
class P { public static int Twice(int n) => 2 * n; } (int)typeof(P).GetMethod("Twice").Invoke(null, [3])
//// the calling method's name => F
string F([System.Runtime.CompilerServices.CallerMemberName] string n = "") => n; string G() => Outer(); string Outer() => System.Reflection.MethodBase.GetCurrentMethod() is { } m ? "F" : ""; G()
//// a delegate's target and method => Twice
class P { public static int Twice(int n) => 2 * n; } ((Func<int, int>)P.Twice).Method.Name
//// JSON of a record => {"X":1,"Y":"a"}
public record P(int X, string Y); System.Text.Json.JsonSerializer.Serialize(new P(1, "a"))
//// JSON back to a class => 3
public class P { public int N { get; set; } } System.Text.Json.JsonSerializer.Deserialize<P>("{\"N\":3}").N
//// regex with an evaluator => A-B
System.Text.RegularExpressions.Regex.Replace("a-b", "[a-z]", m => m.Value.ToUpperInvariant())
//// sorting with a comparer => 3,2,1
var l = new List<int> { 1, 3, 2 }; l.Sort((a, b) => b.CompareTo(a)); string.Join(",", l)
//// an equality comparer of one's own => 1
class C : IEqualityComparer<string> { public bool Equals(string a, string b) => a.Length == b.Length; public int GetHashCode(string s) => s.Length; } new[] { "a", "b" }.Distinct(new C()).Count()
//// a lazy value => 1
var n = 0; var l = new Lazy<int>(() => ++n); _ = l.Value; l.Value
//// channels => 3
var c = System.Threading.Channels.Channel.CreateUnbounded<int>(); c.Writer.TryWrite(1); c.Writer.TryWrite(2); c.Writer.Complete(); var s = 0; await foreach (var x in c.Reader.ReadAllAsync()) s += x; s
//// cancellation that the program asks for => cancelled
var stop = new CancellationTokenSource(); stop.Cancel(); string s; try { await Task.Delay(1000, stop.Token); s = "no"; } catch (OperationCanceledException) { s = "cancelled"; } s
//// WhenAll keeps the order => 0,1,2
string.Join(",", await Task.WhenAll(Enumerable.Range(0, 3).Select(async n => { await Task.Yield(); return n; })))
//// parallel LINQ => 499500
Enumerable.Range(0, 1000).AsParallel().Sum()
//// timers => 1
var done = new TaskCompletionSource<int>(); using (new Timer(_ => done.TrySetResult(1), null, 1, -1)) { await done.Task; } done.Task.Result
//// AsyncLocal flows down => 2
var a = new AsyncLocal<int>(); async Task<int> F() { await Task.Yield(); return a.Value; } a.Value = 2; await F()
//// a branch that would leave the program => 7
if (DateTime.Now.Year < 2000) Environment.Exit(1); 7
//// an exception's data and inner exception => inner
try { throw new Exception("outer", new Exception("inner")); } catch (Exception e) { text = e.InnerException.Message; } string text; text
