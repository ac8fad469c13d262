using NotebookSession.Editing;

namespace NotebookSession.Tests.Editing;

public class NamesOfCells
{
    [Theory]
    [InlineData("var x = 1;", "x")]
    [InlineData("int a = 1, b;", "a b")]
    [InlineData("var (a, (b, _)) = f();", "a b")]
    [InlineData("int.TryParse(s, out var n);", "n")]
    [InlineData("if (v is int i) { }", "i")]
    [InlineData("int F(int p) { var local = p; return local; }", "F")]
    [InlineData("class A { int field; void M() { } } record B(int P); enum C { One } struct D; interface E; delegate void G();", "A B C D E G")]
    [InlineData("int Twice(this int n) => 2 * n;", ".Twice Twice")]
    [InlineData("using V = System.Numerics.Vector; using System.Text;", "V")]
    [InlineData("for (var i = 0; i < 3; i++) { var inner = i; } foreach (var e in q) { }", "")]
    [InlineData("var f = (int n) => { var inner = n; return inner; };", "f")]
    [InlineData("x = 1; y += 1; z++; --w;", "w x y z")]
    [InlineData("(a, b) = (b, a); (c) = 1;", "a b c")]
    [InlineData("F(ref a, out b, in c); { ref var r = ref d; }", "a b d")]
    [InlineData("items.ForEach(n => total += n);", "total")]
    [InlineData("void F() { count++; } class A { void M() { other = 1; } }", "A F")]
    [InlineData("x.P = 1; x[0] = 2; x.Q++;", "")]
    [InlineData("new A { P = 1 }; M(a with { Q = 2 }, size: 3);", "")]
    [InlineData("var x = 1; #broken\nvar y = ;", "x y")]
    [InlineData("#!markdown\nvar x = 1;\n#!csharp\nvar y = 2;", "y")]
    [InlineData("namespace A.B { class C { int F; } } namespace A; delegate void G();", "A C G")]
    [InlineData("static class E { public static int Half(this int n) => n / 2; }", ".Half E")]
    [InlineData("using var stream = Open();", "stream")]
    public void A_cell_defines(string code, string expected) => Assert.Equal(expected, Text(CellNames.Of(code).Defines));

    [Theory]
    [InlineData("x + y", "x y")]
    [InlineData("var x = a; x + b", "a b")]
    [InlineData("x.Forward(y)", ".Forward x y")]
    [InlineData("x?.Forward(y)", ".Forward x y")]
    [InlineData("List<Foo> all = new();", "Foo List")]
    [InlineData("new Foo { Size = n, Inner = { Deep = m } }", "Foo m n")]
    [InlineData("var q = p with { Size = n };", "n p")]
    [InlineData("M(size: n)", "M n")]
    [InlineData("v is Foo { Size: 3, Inner.Deep: var d }", ".Deep Foo Inner v")]
    [InlineData("var a = new { Size = n, m };", "m n")]
    [InlineData("numbers.Select((n, i) => n + i + shift)", ".Select numbers shift")]
    [InlineData("from n in numbers where n > limit let m = n select m + n", "limit numbers")]
    [InlineData("int F(int p) { int local = p; return local + outer; }", "outer")]
    [InlineData("class A : Base { int f; int M() => f + outer; }", "Base outer")]
    [InlineData("T F<T>(T a) => a;", "")]
    [InlineData("x = 1;", "")]
    [InlineData("x += 1; y++;", "x y")]
    [InlineData("(a, b) = (b, c);", "b c")]
    [InlineData("F(ref a, out b);", "F a")]
    [InlineData("void F() { count = 1; }", "count")]
    [InlineData("$\"{x} and {y:F2}\"", "x y")]
    [InlineData("nameof(x)", "nameof x")]
    [InlineData("// x\n\"y\"", "")]
    [InlineData("int _ = 0; _ = x;", "x")]
    [InlineData("a::B.C c;", ".B .C a")]
    [InlineData("var y = 1;\n#!markdown\nz\n#!csharp\ny + x", "x")]
    [InlineData("foreach (var (k, v) in pairs) { k.Use(v); }", ".Use pairs")]
    [InlineData("int Sum(int n) => n == 0 ? 0 : n + Sum(n - 1);", "")]
    public void A_cell_reads(string code, string expected) => Assert.Equal(expected, Text(CellNames.Of(code).Reads));

    [Fact]
    public void Directives_that_bring_names_are_told() => Assert.Equal(
        ["#load setup.csx", "#r nuget: X, 1.0", "#!import other.ipynb"],
        CellNames.Of("#load \"setup.csx\"\n#!time\n#r \"nuget: X, 1.0\"\n#!import other.ipynb\nvar s = \"\"\"\n#load \"text\"\n\"\"\";").Directives);

    [Fact]
    public void A_cell_that_keeps_the_compiler_busy_is_given_up()
    {
        var levels = Enumerable.Range(0, 40).ToList();
        var code = "delegate int A(A x); delegate int B(B x); int M(A f) => 0; int M(B f) => 0;\n"
            + string.Concat(levels.Select(i => $"M(x{i} => ")) + "0" + new string(')', levels.Count);

        Assert.Empty(CellNames.Of(code).Defines);
    }

    private static string Text(IEnumerable<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));
}
