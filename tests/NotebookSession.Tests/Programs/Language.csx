//// csharplang 8652, collection expressions => 6
int[] a = [1, 2, 3]; a.Sum()
//// csharplang 8652, spread elements => 0123
int[] a = [1, 2]; List<int> b = [0, .. a, 3]; string.Concat(b)
//// csharplang 8652, a span of constants => 10
int Sum(ReadOnlySpan<int> s) { var n = 0; foreach (var x in s) n += x; return n; } Sum([1, 2, 3, 4])
//// csharplang 8652, nested collections => 3
int[][] a = [[1], [2, 3]]; a.Sum(r => r.Length)
//// csharplang 8652, an empty collection => 0
HashSet<string> none = []; none.Count
//// csharplang 8652, a collection builder => 3
[System.Runtime.CompilerServices.CollectionBuilder(typeof(Bag), "Of")]
class Bag : List<int> { public static Bag Of(ReadOnlySpan<int> items) { var b = new Bag(); foreach (var i in items) b.Add(i); return b; } }
Bag bag = [1, 2, 3]; bag.Count
//// csharplang 8374, the better conversion from a collection expression => span
string F(ReadOnlySpan<string> s) => "span"; string F(ReadOnlySpan<object> s) => "objects"; F([""])
//// csharplang 2691, primary constructors => Ada 36
class Person(string name, int age) { public override string ToString() => $"{name} {age}"; }
new Person("Ada", 36).ToString()
//// csharplang 2691, a captured parameter that changes => 3
class Counter(int start) { public int Next() => ++start; } var c = new Counter(1); c.Next(); c.Next()
//// csharplang 2691, a base class's primary constructor => 5
class A(int n) { public int N => n; } class B(int n) : A(n + 1); new B(4).N
//// csharplang 2691, an initializer from a parameter => 4
struct P(int x) { public int Twice { get; } = 2 * x; } new P(2).Twice
//// csharplang 140, the field keyword => 0
class T { public int C { get; set => field = Math.Max(0, value); } } new T { C = -5 }.C
//// csharplang 140, a lazy field => made
class T { public string Name => field ??= "made"; } new T().Name
//// csharplang 140, the field keyword with an initializer => 7
class T { public int N { get => field + 1; set; } = 6; } new T().N
//// csharplang 6045, null-conditional assignment => 5
class N { public int V; } N a = new(), b = null; a?.V = 5; b?.V = 6; a.V
//// csharplang 6045, null-conditional compound assignment => 3
class N { public int V = 1; } N a = new(); a?.V += 2; a.V
//// csharplang 9101, compound assignment as an instance operator => 6
class C { public int N; public void operator +=(int n) => N += n; } var c = new C(); c += 6; c.N
//// csharplang 9101, increment as an instance operator => 2
struct C { public int N; public void operator ++() { N++; } } var c = new C(); ++c; c++; c.N
//// csharplang 9101, both kinds of plus => 5 1
class C { public int N; public static C operator +(C a, int n) => new() { N = a.N + n }; public void operator +=(int n) => N += n; }
var c = new C { N = 1 }; var d = c + 4; var e = c; $"{d.N} {e.N}"
//// csharplang 8480, nameof of an open generic type => List
nameof(List<>)
//// csharplang 8480, nameof of an open dictionary => Dictionary
nameof(Dictionary<,>)
//// csharplang 7700, params of a span => 6
int Sum(params ReadOnlySpan<int> n) { var s = 0; foreach (var x in n) s += x; return s; } Sum(1, 2, 3)
//// csharplang 7700, params of a list => 2
int Count(params List<string> n) => n.Count; Count("a", "b")
//// csharplang 7700, params of an enumerable => a,b
string Join(params IEnumerable<string> s) => string.Join(",", s); Join("a", "b")
//// csharplang 7700, params of nothing => 0
int Count(params ReadOnlySpan<object> n) => n.Length; Count()
//// csharplang 7104, the lock type => 4
var gate = new Lock(); var n = 0; lock (gate) { n = 4; } n
//// csharplang 7104, a lock in a class and threads => 4000
class C { readonly Lock _l = new(); public int N; public void Add() { lock (_l) { N++; } } }
var c = new C(); Parallel.For(0, 4, _ => { for (var i = 0; i < 1000; i++) c.Add(); }); c.N
//// csharplang 7706, overload resolution priority => new
class C { [System.Runtime.CompilerServices.OverloadResolutionPriority(1)] public static string F(object o) => "new"; public static string F(string s) => "old"; }
C.F("x")
//// csharplang 7400, the escape character => 27
(int)"\e"[0]
//// csharplang 7684, an index from the end in an initializer => 9
class B { public int[] A = new int[3]; } new B { A = { [^1] = 9 } }.A[2]
//// csharplang 1331, a ref local in an async method => 5
async Task<int> F() { int[] a = [1, 2]; { ref var r = ref a[1]; r = 5; } await Task.Yield(); return a[1]; } await F()
//// csharplang 1331, a span in an iterator => 3
IEnumerable<int> G() { int n; { Span<int> s = stackalloc int[3]; n = s.Length; } yield return n; } G().Single()
//// csharplang 1331, unsafe code in an iterator => 4
IEnumerable<int> G() { int n; unsafe { n = sizeof(int); } yield return n; } G().Single()
//// csharplang 6420, partial properties => 3
partial class P { public partial int N { get; } } partial class P { public partial int N => 3; } new P().N
//// csharplang 6420, partial indexers => 4
partial class P { public partial int this[int i] { get; } } partial class P { public partial int this[int i] => 2 * i; } new P()[2]
//// csharplang 9058, partial constructors => 8
partial class P { public int N; public partial P(int n); } partial class P { public partial P(int n) { N = n; } } new P(8).N
//// csharplang 9058, partial events => 1
partial class P { public int Added; public partial event Action E; } partial class P { public partial event Action E { add { Added++; } remove { } } }
var p = new P(); p.E += () => { }; p.Added
//// csharplang 338, modifiers on lambda parameters => 4
delegate bool Try(string s, out int n); Try f = (s, out n) => int.TryParse(s, out n); f("4", out var v); v
//// csharplang 7905, spans convert by themselves => True
bool Has(ReadOnlySpan<char> s) => s.Contains('b'); Has("abc")
//// csharplang 7905, an array as the receiver of a span's extension => True
int[] a = [1, 2]; a.AsSpan().StartsWith([1])
//// csharplang 7608, ref structs as type arguments => 3
int Len<T>(T x, Func<T, int> f) where T : allows ref struct => f(x); Len(new ReadOnlySpan<int>([1, 2, 3]), s => s.Length)
//// csharplang 7608, a ref struct that implements an interface => 6
interface IShape { int Area(); } ref struct R(Span<int> s) : IShape { readonly Span<int> _s = s; public int Area() => _s[0] * _s[1]; }
int A<T>(T s) where T : IShape, allows ref struct => s.Area(); A(new R(new[] { 2, 3 }))
//// csharplang 4284, an alias of a tuple => 3
using Point = (int X, int Y); Point p = (1, 2); p.X + p.Y
//// csharplang 4284, an alias of an array => 2
using Names = string[]; Names n = ["a", "b"]; n.Length
//// csharplang 6051, defaults of lambda parameters => 13
var add = (int a, int by = 10) => a + by; add(3)
//// csharplang 6051, params of a lambda => 3
var count = (params int[] n) => n.Length; count(1, 2, 3)
//// csharplang 6010, ref readonly parameters => 4
int Twice(ref readonly int n) => 2 * n; var n = 2; Twice(in n)
//// inline arrays => 6
[System.Runtime.CompilerServices.InlineArray(3)] struct B { int _e; } int F() { var b = new B(); for (var i = 0; i < 3; i++) b[i] = i + 1; var s = 0; foreach (var x in b) s += x; return s; } F()
//// inline arrays as spans => 3
[System.Runtime.CompilerServices.InlineArray(3)] struct B { int _e; } int F() { var b = new B(); Span<int> s = b; return s.Length; } F()
//// csharplang 3435, list patterns => 1..4
int[] a = [1, 2, 3, 4]; a is [var f, .., var l] ? $"{f}..{l}" : "no"
//// csharplang 3435, a slice pattern => 2
int[] a = [1, 2, 3, 4]; a is [1, .. var middle, 4] ? middle.Length : -1
//// csharplang 3435, list patterns in a switch => two
string F(int[] a) => a switch { [] => "none", [_] => "one", [_, _] => "two", _ => "many" }; F([5, 6])
//// csharplang 3435, list patterns on text => True
"abc" is ['a', ..]
//// csharplang 4304, raw strings => {"a": "b"}
"""{"a": "b"}"""
//// csharplang 4304, raw strings of several lines => a|  b
var s = """
    a
      b
    """; s.ReplaceLineEndings("|")
//// csharplang 4304, raw strings with values => {1}
var n = 1; $$"""{{{n}}}"""
//// csharplang 184, UTF-8 strings => 5
"héé"u8.Length
//// csharplang 184, a UTF-8 string in a method => 104
int F() { ReadOnlySpan<byte> b = "hi"u8; return b[0]; } F()
//// csharplang 4436, static abstract members => 7
interface IZero<T> where T : IZero<T> { static abstract T Zero { get; } } struct M : IZero<M> { public int V; public static M Zero => new() { V = 7 }; }
T Zero<T>() where T : IZero<T> => T.Zero; Zero<M>().V
//// csharplang 4436, generic math => 6.5
T Sum<T>(params T[] xs) where T : System.Numerics.INumber<T> { var s = T.Zero; foreach (var x in xs) s += x; return s; } Sum(1.5, 2, 3)
//// csharplang 4436, operators in an interface => 5
interface IAdd<T> where T : IAdd<T> { static abstract T operator +(T a, T b); } record struct V(int N) : IAdd<V> { public static V operator +(V a, V b) => new(a.N + b.N); }
T Add<T>(T a, T b) where T : IAdd<T> => a + b; Add(new V(2), new V(3)).N
//// csharplang 4665, checked operators => over
struct B { public static B operator +(B a, B b) => a; public static B operator checked +(B a, B b) => throw new OverflowException(); }
string F() { try { checked { _ = new B() + new B(); } return "no"; } catch (OverflowException) { return "over"; } } F()
//// csharplang 4682, unsigned right shift => 1
-1 >>> 31
//// csharplang 124, generic attributes => Int32
class KindAttribute<T> : Attribute { public Type Of => typeof(T); } [Kind<int>] class C { }
((KindAttribute<int>)typeof(C).GetCustomAttributes(false)[0]).Of.Name
//// csharplang 3630, required members => Ada
class P { public required string Name { get; init; } } new P { Name = "Ada" }.Name
//// csharplang 3630, a constructor that sets them => Bo
class P { public required string Name { get; init; } [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public P(string n) => Name = n; } new P("Bo").Name
//// csharplang 4037, nameof of a member without an instance => Length
class A { public string S; public static string N => nameof(S.Length); } A.N
//// csharplang 39, records => R { N = 1 }
record R(int N); new R(1).ToString()
//// csharplang 39, records are equal by value => True
record R(int N, string S); new R(1, "a") == new R(1, "a")
//// csharplang 39, with => 1 5
record R(int X, int Y); var r = new R(1, 2) with { Y = 5 }; $"{r.X} {r.Y}"
//// csharplang 39, records inherit => C { N = 1, M = 2 }
record B(int N); record C(int N, int M) : B(N); ((B)new C(1, 2)).ToString()
//// csharplang 39, records deconstruct => 3
record R(int A, int B); var (a, b) = new R(1, 2); a + b
//// csharplang 4334, record structs => True
record struct P(int X, int Y); new P(1, 2).Equals(new P(1, 2))
//// csharplang 4334, a readonly record struct => P { X = 1 }
readonly record struct P(int X); new P(1).ToString()
//// csharplang 4174, a sealed ToString in a record => base
record B { public sealed override string ToString() => "base"; } record C : B; new C().ToString()
//// csharplang 4394, property patterns of nested members => True
record A(string S); record B(A A); new B(new A("abc")) is { A.S.Length: 3 }
//// csharplang 1350, and, or, not in patterns => low high mid
string F(int n) => n switch { < 3 => "low", >= 3 and < 7 => "mid", _ => "high" }; $"{F(1)} {F(8)} {F(5)}"
//// csharplang 1350, is not null => False
string s = null; s is not null
//// csharplang 45, switch expressions => b
(1, 2) switch { (0, _) => "a", (1, > 1) => "b", _ => "c" }
//// csharplang 45, positional patterns => 3
class P(int x) { public void Deconstruct(out int a, out int b) { a = x; b = x + 1; } } new P(2) is (2, var y) ? y : 0
//// csharplang 45, a property pattern with a type => 3
object o = "abc"; o is string { Length: > 2 } s ? s.Length : 0
//// csharplang 4934, the natural type of a lambda => Func`2
var f = (int n) => n + 1; f.GetType().Name
//// csharplang 4934, a lambda's return type => 1.5
var f = double (bool b) => b ? 1 : 1.5; f(false)
//// csharplang 4934, attributes on lambdas => 2
var f = [Obsolete] (int n) => 2 * n; f(1)
//// csharplang 4934, a method group as a value => 4
int Twice(int n) => 2 * n; var f = Twice; f(2)
//// csharplang 100, target-typed new => 2
List<int> l = new() { 1, 2 }; l.Count
//// csharplang 2460, a target-typed conditional => 
int? n = false ? 1 : null; $"{n}"
//// csharplang 3449, init-only properties => 3
class P { public int X { get; init; } } new P { X = 3 }.X
//// csharplang 49, covariant returns => dog
class A { public virtual object Me() => "a"; } class D : A { public override string Me() => "dog"; } new D().Me().ToLower()
//// csharplang 191, function pointers => 8
static int Twice(int n) => 2 * n; unsafe int F() { delegate*<int, int> p = &Twice; return p(4); } F()
//// csharplang 1565, static local functions => 9
int F(int n) { static int Square(int m) => m * m; return Square(n); } F(3)
//// csharplang 275, static lambdas => 4
Func<int, int> f = static n => n * n; f(2)
//// csharplang 185, ranges and indices => bc d
var s = "abcd"; $"{s[1..3]} {s[^1]}"
//// csharplang 185, ranges of arrays => 2,3
int[] a = [1, 2, 3]; string.Join(",", a[1..])
//// csharplang 34, null-coalescing assignment => 5
int? n = null; n ??= 5; n.Value
//// csharplang 43, async streams => 0,1,2
async IAsyncEnumerable<int> G() { for (var i = 0; i < 3; i++) { await Task.Yield(); yield return i; } }
var l = new List<int>(); await foreach (var x in G()) l.Add(x); string.Join(",", l)
//// csharplang 43, async disposal => closed
class D : IAsyncDisposable { public static string S = ""; public async ValueTask DisposeAsync() { await Task.Yield(); S = "closed"; } }
async Task F() { await using var d = new D(); } await F(); D.S
//// csharplang 52, default interface members => hi
interface I { string Hi() => "hi"; } class C : I { } ((I)new C()).Hi()
//// csharplang 59, tuples => 3 b
(int n, string s) t = (3, "b"); $"{t.n} {t.s}"
//// csharplang 59, tuples are equal => True
(1, "a") == (1L, "a")
//// csharplang 59, swapping => 2 1
var (a, b) = (1, 2); (a, b) = (b, a); $"{a} {b}"
//// csharplang 59, discards => 2
var (_, second) = (1, 2); second
//// csharplang 4210, constant interpolated strings => ab
const string A = "a"; const string B = $"{A}b"; B
//// csharplang 4487, interpolation handlers => 7
[System.Runtime.CompilerServices.InterpolatedStringHandler] ref struct H(int literal, int holes) { public int N = literal + holes; public void AppendLiteral(string s) { } public void AppendFormatted<T>(T x) => N += 5; }
int F(H h) => h.N; F($"a{1}")
//// csharplang 287, the expression of an argument => 1 + 2
string Name(int n, [System.Runtime.CompilerServices.CallerArgumentExpression("n")] string e = "") => e; Name(1 + 2)
//// csharplang 287, the expression of a lambda argument => () => 1
string Name(Func<int> f, [System.Runtime.CompilerServices.CallerArgumentExpression("f")] string e = "") => e; Name(() => 1)
//// the line of a caller => 2
int Line([System.Runtime.CompilerServices.CallerLineNumber] int n = 0) => n;
Line()
//// ref fields => 9
ref struct R { public ref int V; } int F() { var n = 1; var r = new R { V = ref n }; r.V = 9; return n; } F()
//// ref returns => 7
ref int At(int[] a, int i) => ref a[i]; var a = new int[2]; At(a, 1) = 7; a[1]
//// scoped spans => 2
int F(scoped Span<int> s) => s.Length; F(stackalloc int[2])
//// extension methods at top level => 6
static int Thrice(this int n) => 3 * n; 2.Thrice()
//// generic constraints of notnull, unmanaged and enum => 4
int Size<T>() where T : unmanaged => System.Runtime.CompilerServices.Unsafe.SizeOf<T>(); Size<int>()
//// local functions see later variables => 5
int F() { var n = 2; int G() => n + 3; return G(); } F()
//// events => 3
class B { public event Action<int> E; public void Fire(int n) => E?.Invoke(n); } var got = 0; var b = new B(); b.E += n => got += n; b.Fire(3); got
//// indexers with several arguments => 12
class M { public int this[int a, int b] => 10 * a + b; } new M()[1, 2]
//// conversions => 3
struct Meters(double v) { public double V => v; public static implicit operator Meters(double d) => new(d); public static explicit operator int(Meters m) => (int)m.V; } Meters m = 3.7; (int)m
//// true and false operators => yes
class B { public static bool operator true(B b) => true; public static bool operator false(B b) => false; } new B() ? "yes" : "no"
//// goto in a switch => 3
int F(int n) { switch (n) { case 1: n += 2; goto case 3; case 3: return n; default: return 0; } } F(1)
//// a label and goto at top level => 5
var i = 0; again: i++; if (i < 5) goto again; i
//// exception filters see the state before finally => filter finally catch
var log = new List<string>(); bool Note(string s) { log.Add(s); return true; }
void F() { try { throw new Exception(); } finally { log.Add("finally"); } }
try { F(); } catch (Exception) when (Note("filter")) { log.Add("catch"); } string.Join(" ", log)
//// finally runs on return => 1 2
var log = new List<int>(); int F() { try { log.Add(1); return 1; } finally { log.Add(2); } } F(); string.Join(" ", log)
//// a rethrown exception keeps its message => x!
string F() { try { try { throw new Exception("x"); } catch { throw; } } catch (Exception e) { return e.Message + "!"; } } F()
//// checked and unchecked => -2147483648
unchecked(int.MaxValue + 1)
//// decimals => 0.3
(0.1m + 0.2m).ToString(System.Globalization.CultureInfo.InvariantCulture)
//// dynamic => 5
dynamic d = 2; d += 3; (int)d
//// dynamic objects => 4
dynamic e = new System.Dynamic.ExpandoObject(); e.N = 4; (int)e.N
//// anonymous types => { A = 1, B = x }
new { A = 1, B = "x" }.ToString()
//// anonymous types with with => 1 3
var a = new { X = 1, Y = 2 }; var b = a with { Y = 3 }; $"{b.X} {b.Y}"
//// query expressions => 4,16
var q = from n in Enumerable.Range(1, 4) let s = n * n where s % 2 == 0 orderby s select s; string.Join(",", q)
//// groups and joins => b:2
var q = from w in new[] { "a", "bb", "bc" } group w by w[0] into g where g.Count() > 1 select $"{g.Key}:{g.Count()}"; q.Single()
//// yield break => 2
IEnumerable<int> G(int n) { for (var i = 0; ; i++) { if (i == n) yield break; yield return i; } } G(2).Count()
//// using declarations in a function => closed
class D : IDisposable { public static string S = ""; public void Dispose() => S = "closed"; } void F() { using var d = new D(); } F(); D.S
//// stackalloc in an expression => 6
int F() { Span<int> s = stackalloc[] { 1, 2, 3 }; var n = 0; foreach (var x in s) n += x; return n; } F()
//// fixed buffers and pointers => 3
unsafe struct B { public fixed int A[3]; } unsafe int F() { var b = new B(); b.A[1] = 3; return b.A[1]; } F()
//// native integers => True
nint n = 3; n + 1 == 4
//// digit separators and binary literals => 1000005
1_000_000 + 0b101
//// default literals => 0
int n = default; n
//// throw expressions => no
string F(string s) => s ?? throw new ArgumentNullException(); string G() { try { return F(null); } catch (ArgumentNullException) { return "no"; } } G()
//// enums and flags => A, B
[Flags] enum E { A = 1, B = 2 } (E.A | E.B).ToString()
//// nested generics and inheritance => Int32 String
class A<T> { public class B<U> { public override string ToString() => $"{typeof(T).Name} {typeof(U).Name}"; } } new A<int>.B<string>().ToString()
//// static constructors run once => 1
class C { public static int N; static C() => N++; public static int M() => N; } C.M(); C.M()
//// explicit interface implementation => i c
interface I { string F(); } class C : I { string I.F() => "i"; public string F() => "c"; } var c = new C(); $"{((I)c).F()} {c.F()}"
//// iterators in a class => 1,2
class B : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { yield return 1; yield return 2; } IEnumerator IEnumerable.GetEnumerator() => GetEnumerator(); } string.Join(",", new B())
//// foreach over an extension GetEnumerator => 3
static IEnumerator<int> GetEnumerator(this int n) { for (var i = 0; i < n; i++) yield return i; } var s = 0; foreach (var x in 3) s += x; s
