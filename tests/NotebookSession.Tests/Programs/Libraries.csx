//// a filter as data, as LINQ providers read it => Age > 30
class P { public int Age; } string Sql<T>(System.Linq.Expressions.Expression<Func<T, bool>> e) { var b = (System.Linq.Expressions.BinaryExpression)e.Body; return $"{((System.Linq.Expressions.MemberExpression)b.Left).Member.Name} {(b.NodeType == System.Linq.Expressions.ExpressionType.GreaterThan ? ">" : "?")} {b.Right}"; }
Sql<P>(p => p.Age > 30)
//// a captured variable in a filter => 5
var limit = 5; System.Linq.Expressions.Expression<Func<int, bool>> e = n => n < limit; Enumerable.Range(0, 9).AsQueryable().Count(e)
//// include, then include => Posts.Author
class Blog { public List<Post> Posts; } class Post { public string Author; }
class Q<T, P> { public string Path = ""; public Q<T, R> Then<R>(System.Linq.Expressions.Expression<Func<P, R>> e) => new() { Path = Path + "." + ((System.Linq.Expressions.MemberExpression)e.Body).Member.Name }; }
Q<Blog, Post> Include(System.Linq.Expressions.Expression<Func<Blog, IEnumerable<Post>>> e) => new() { Path = ((System.Linq.Expressions.MemberExpression)((e.Body as System.Linq.Expressions.UnaryExpression)?.Operand ?? e.Body)).Member.Name };
Include(b => b.Posts).Then(p => p.Author).Path
//// a filtered include => 1
class Blog { public List<int> Posts = [1, 2, 3]; } System.Linq.Expressions.Expression<Func<Blog, IEnumerable<int>>> e = b => b.Posts.Where(p => p > 2).OrderBy(p => -p); e.Compile()(new Blog()).Count()
//// any inside where => 1
class Blog { public int[] Posts; } new[] { new Blog { Posts = [1] }, new Blog { Posts = [5] } }.AsQueryable().Where(b => b.Posts.Any(p => p > 3)).Count()
//// select into an anonymous type => 10
new[] { 1, 2 }.AsQueryable().Select(n => new { Twice = 2 * n, N = n }).Where(x => x.Twice > 2).Select(x => x.Twice + 3 * x.N).Single()
//// group join with default => a:0 b:1
var ids = new[] { "a", "b" }; var links = new[] { "b" }; var q = from i in ids.AsQueryable() join l in links on i equals l into g select $"{i}:{g.Count()}"; string.Join(" ", q)
//// rules for a property, as validators have them => Name is empty
class Person { public string Name; }
class Rules<T> { readonly List<(string, Func<T, bool>)> _rules = []; public void RuleFor<P>(System.Linq.Expressions.Expression<Func<T, P>> e, Func<P, bool> ok) { var get = e.Compile(); _rules.Add((((System.Linq.Expressions.MemberExpression)e.Body).Member.Name, x => ok(get(x)))); } public string Check(T x) => string.Join(";", _rules.Where(r => !r.Item2(x)).Select(r => r.Item1 + " is empty")); }
class PersonRules : Rules<Person> { public PersonRules() { RuleFor(p => p.Name, n => !string.IsNullOrEmpty(n)); } } new PersonRules().Check(new Person())
//// rules under a condition => 2
class V { readonly List<Func<int, bool>> _r = []; public V When(Func<int, bool> c, Action then) { _r.Add(c); then(); return this; } public V Must(System.Linq.Expressions.Expression<Func<int, bool>> e) { _r.Add(e.Compile()); return this; } public int N => _r.Count; } var v = new V(); v.When(n => n > 0, () => v.Must(n => new[] { 1, 2 }.All(k => k <= n))); v.N
//// a predicate that is composed => 2
using System.Linq.Expressions;
Expression<Func<int, bool>> And(Expression<Func<int, bool>> a, Expression<Func<int, bool>> b) { var x = Expression.Parameter(typeof(int)); return Expression.Lambda<Func<int, bool>>(Expression.AndAlso(Expression.Invoke(a, x), Expression.Invoke(b, x)), x); }
Enumerable.Range(0, 5).AsQueryable().Count(And(n => n > 1, n => n < 4))
//// a visitor over a tree => 4
using System.Linq.Expressions;
class Counter : ExpressionVisitor { public int N; protected override Expression VisitConstant(ConstantExpression c) { N++; return c; } } Expression<Func<int, int>> e = n => n + 1 + (n > 2 ? 3 : 4) - 0; var c = new Counter(); c.Visit(e); c.N - 1
//// mapping members by expressions => 3 a
class S { public int A = 3; public string B = "a"; } class D { public int X { get; set; } public string Y { get; set; } }
class Map { readonly List<Action<S, D>> _m = []; public Map For<P>(System.Linq.Expressions.Expression<Func<D, P>> to, Func<S, P> from) { var p = (System.Reflection.PropertyInfo)((System.Linq.Expressions.MemberExpression)to.Body).Member; _m.Add((s, d) => p.SetValue(d, from(s))); return this; } public D Of(S s) { var d = new D(); foreach (var m in _m) m(s, d); return d; } }
var d = new Map().For(x => x.X, s => s.A).For(x => x.Y, s => s.B).Of(new S()); $"{d.X} {d.Y}"
//// a mock by a dispatch proxy => 42
public interface IClock { int Now(); } public class P : System.Reflection.DispatchProxy { protected override object Invoke(System.Reflection.MethodInfo m, object[] a) => 42; } System.Reflection.DispatchProxy.Create<IClock, P>().Now()
//// a container that finds constructors => B(A)
class A { public override string ToString() => "A"; } class B(A a) { public override string ToString() => $"B({a})"; } object Make(Type t) => t.GetConstructors()[0] is var c ? c.Invoke([.. c.GetParameters().Select(p => Make(p.ParameterType))]) : null; Make(typeof(B)).ToString()
//// a builder that chains => a=1&b=2
class U { readonly List<string> _p = []; public U With(string k, object v) { _p.Add($"{k}={v}"); return this; } public override string ToString() => string.Join("&", _p); } new U().With("a", 1).With("b", 2).ToString()
//// a result type with operators => 5
record struct Result<T>(T Value, string Error) { public static implicit operator Result<T>(T v) => new(v, null); public Result<U> Then<U>(Func<T, Result<U>> f) => Error is null ? f(Value) : new(default, Error); } Result<int> r = 2; r.Then<int>(n => n + 3).Value
//// a union by records => 12
abstract record Shape { public record Square(int A) : Shape; public record Rect(int A, int B) : Shape; } int Area(Shape s) => s switch { Shape.Square(var a) => a * a, Shape.Rect(var a, var b) => a * b, _ => 0 }; Area(new Shape.Rect(3, 4))
//// vectors with operators => (4, 6)
readonly record struct V(double X, double Y) { public static V operator +(V a, V b) => new(a.X + b.X, a.Y + b.Y); public override string ToString() => $"({X}, {Y})"; } (new V(1, 2) + new V(3, 4)).ToString()
//// a matrix by hand => 19
double[,] M(double[,] a, double[,] b) { var c = new double[2, 2]; for (var i = 0; i < 2; i++) for (var j = 0; j < 2; j++) for (var k = 0; k < 2; k++) c[i, j] += a[i, k] * b[k, j]; return c; } (int)M(new double[,] { { 1, 2 }, { 3, 4 } }, new double[,] { { 5, 6 }, { 7, 8 } })[0, 0]
//// dual numbers for a derivative => 6
record struct D(double V, double T) { public static D operator *(D a, D b) => new(a.V * b.V, a.V * b.T + a.T * b.V); } (int)((Func<D, D>)(x => x * x))(new D(3, 1)).T
//// an observable => 1,2
class Subject<T> : IObservable<T> { readonly List<IObserver<T>> _o = []; public IDisposable Subscribe(IObserver<T> o) { _o.Add(o); return null; } public void Next(T x) => _o.ForEach(o => o.OnNext(x)); } class Print(List<int> l) : IObserver<int> { public void OnNext(int n) => l.Add(n); public void OnError(Exception e) { } public void OnCompleted() { } }
var got = new List<int>(); var s = new Subject<int>(); s.Subscribe(new Print(got)); s.Next(1); s.Next(2); string.Join(",", got)
//// a state machine of tuples => closed
(string, string) Key(string a, string b) => (a, b); string Step(string s, string e) => Key(s, e) switch { ("open", "push") => "closed", ("closed", "pull") => "open", _ => s }; Step("open", "push")
//// memoization => 832040
var memo = new Dictionary<int, long>(); long Fib(int n) => n < 2 ? n : memo.TryGetValue(n, out var f) ? f : memo[n] = Fib(n - 1) + Fib(n - 2); Fib(30)
//// a parser of combinators => 6
delegate (int V, string Tail) Parser(string s); Parser Digit = s => (s[0] - '0', s[1..]); Parser Plus(Parser a, Parser b) => s => { var (x, r) = a(s); var (y, t) = b(r[1..]); return (x + y, t); }; Plus(Digit, Plus(Digit, Digit))("1+2+3").V
//// operators on expressions of one's own => (x + 1) * 2
abstract record E { public static implicit operator E(int n) => new N(n); public static E operator +(E a, E b) => new B(a, '+', b); public static E operator *(E a, E b) => new B(a, '*', b); } record N(int V) : E { public override string ToString() => $"{V}"; } record X : E { public override string ToString() => "x"; } record B(E L, char O, E R) : E { public override string ToString() => O == '+' ? $"({L} + {R})" : $"{L} * {R}"; }
((new X() + 1) * 2).ToString()
//// a pipeline of decorators => [<x>]
Func<string, string> Pipe(params Func<string, string>[] f) => s => f.Aggregate(s, (x, g) => g(x)); Pipe(s => $"<{s}>", s => $"[{s}]")("x")
//// a dataflow of tasks => 30
async Task<int> Work(int n) { await Task.Yield(); return n * 10; } (await Task.WhenAll(Work(1), Work(2))).Sum()
//// a retry with a filter => 3
var tries = 0; int Try() { while (true) { try { if (++tries < 3) throw new IOException(); return tries; } catch (IOException) when (tries < 5) { } } } Try()
//// a table by pattern matching on types => int string other
string Kind(object o) => o switch { int => "int", string => "string", _ => "other" }; string.Join(" ", new object[] { 1, "a", 2.0 }.Select(Kind))
//// LINQ's newer operators => b2 a1
string.Join(" ", new[] { "a", "b", "b" }.CountBy(s => s).OrderByDescending(p => p.Value).Select(p => $"{p.Key}{p.Value}"))
//// chunks, zips and indices => 0:1,1:3
string.Join(",", new[] { 1, 2, 3 }.Chunk(2).Select(c => c[0]).Index().Select(p => $"{p.Index}:{p.Item}"))
//// training by hand => True
var (w, b) = (0.0, 0.0); for (var e = 0; e < 200; e++) { foreach (var (x, y) in new[] { (1.0, 3.0), (2.0, 5.0) }) { var d = w * x + b - y; w -= 0.1 * d * x; b -= 0.1 * d; } } Math.Abs(w - 2) < 0.1 && Math.Abs(b - 1) < 0.2
