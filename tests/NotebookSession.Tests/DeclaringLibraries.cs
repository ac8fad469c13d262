namespace NotebookSession.Tests;

public sealed class DeclaringLibraries : IAsyncDisposable
{
    private readonly TestSession _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [InlineData("namespace Shapes { public class Square { public int Side = 3; } }", "new Shapes.Square().Side")]
    [InlineData("namespace Shapes;\nclass Square { internal int Side => 3; }", "using Shapes;\nnew Square().Side")]
    [InlineData("namespace A.B { namespace C { record Point(int X); } }", "new A.B.C.Point(3).X")]
    [InlineData("static class Numbers { public static int Half(this int n) => n / 2; }", "6.Half()")]
    [InlineData("public static class Numbers { extension(int n) { public int Half => n / 2; } }", "6.Half")]
    [InlineData("namespace N { static class Numbers { internal static int Half(this int n) => n / 2; } }", "using N;\n6.Half()")]
    [InlineData("using System.Numerics;\nnamespace N { class Big { public BigInteger Value = 3; } }", "BigInteger b = new N.Big().Value; b")]
    [InlineData("namespace N { delegate int Twice(int n); enum Kind { A, B } struct Pair { public int First; } }", "N.Twice t = n => n + 1; t((int)N.Kind.B) + new N.Pair().First + 1")]
    public async Task A_cell_of_declarations_is_a_library_for_the_cells_after_it(string declarations, string use)
    {
        (await _notebook.RunAsync(declarations)).Succeeded();

        Assert.Equal("3", (await _notebook.RunAsync(use)).Succeeded().Value);
    }

    [Fact]
    public async Task It_uses_earlier_ones_and_what_earlier_cells_are_using()
    {
        await _notebook.RunAsync("using System.Text.Json;");
        await _notebook.RunAsync("namespace N { public class Base { public int X { get; set; } = 3; } }");
        (await _notebook.RunAsync("namespace M { public class Derived : N.Base { public string Json => JsonSerializer.Serialize(this.X); } }")).Succeeded();

        Assert.Equal("3", (await _notebook.RunAsync("new M.Derived().Json")).Succeeded().Value);
    }

    [Fact]
    public async Task Run_again_with_a_change_it_counts_for_later_cells_and_for_libraries_that_use_it()
    {
        await _notebook.RunAsync("namespace N { public class C { public int X => 1; } static class E { public static int Plus(this int n) => n + 1; } }");
        await _notebook.RunAsync("namespace M { public class D { public N.C C = new(); } }");
        await _notebook.RunAsync("var old = new N.C();");
        (await _notebook.RunAsync("namespace N { public class C { public int X => 2; public int Y => 5; } static class E { public static int Plus(this int n) => n + 2; } }")).Succeeded();

        Assert.Equal("1 2 2 5 3", (await _notebook.RunAsync(
            "using N;\n$\"{old.X} {new C().X} {new M.D().C.X} {new M.D().C.Y} {1.Plus()}\"")).Succeeded().Value);
    }

    [Fact]
    public async Task A_class_that_an_ordinary_cell_declared_before_is_replaced_too()
    {
        await _notebook.RunAsync("class P { public int X => 1; }");
        (await _notebook.RunAsync("class P { public int X => 2; } static class E { public static int Twice(this P p) => 2 * p.X; }")).Succeeded();
        Assert.Equal("4", (await _notebook.RunAsync("new P().Twice()")).Succeeded().Value);

        (await _notebook.RunAsync("class P { public int X => 3; }")).Succeeded();
        Assert.Equal("3", (await _notebook.RunAsync("new P().X")).Succeeded().Value);
    }

    [Theory]
    [InlineData("\nnamespace N { class C { int F() => unknown; } }", "line 2, column 36: error CS0103")]
    [InlineData("namespace N { class C { int F() => x; } }", "no variable, function or type of an ordinary cell")]
    [InlineData("namespace N { class C { } }\nvar y = 1;", "A namespace needs a cell of its own")]
    [InlineData("static class E { static int T(this int n) => n; }\n1 + 1", "a cell of declarations only")]
    public async Task Its_errors_name_line_and_cause(string code, string message)
    {
        await _notebook.RunAsync("var x = 1;");

        Assert.Contains(message, (await _notebook.RunAsync(code)).Traceback, StringComparison.Ordinal);
        Assert.Equal("1", (await _notebook.RunAsync("x")).Value);
    }

    [Fact]
    public async Task An_exception_inside_it_names_the_lines_of_both_cells()
    {
        await _notebook.RunAsync("namespace N;\npublic static class E\n{\n    public static int At(this int[] a, int i) => a[i];\n}");

        Assert.Equal(
            """
            System.IndexOutOfRangeException: Index was outside the bounds of the array.
               at N.E.At, cell [1], line 4
               at line 2
                  new int[1].At(3)
            """, (await _notebook.RunAsync("using N;\nnew int[1].At(3)")).Traceback, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task A_loop_in_it_can_be_stopped()
    {
        await _notebook.RunAsync("namespace N { public class C { public static void Loop() { while (true) { } } } }");

        Assert.IsType<CellResult.Stopped>((await _notebook.RunAndStopAsync("N.C.Loop();")).Result);
    }

    [Fact]
    public async Task A_program_pasted_whole_says_how_its_Main_is_called() => Assert.Contains("App.Program.Main();",
        (await _notebook.RunAsync("namespace App { class Program { public static void Main() { } } }")).Succeeded().Stderr, StringComparison.Ordinal);

    [Fact]
    public async Task Help_with_writing_knows_it()
    {
        (await _notebook.RunAsync("namespace N { public class C { public int Length3; } static class E { public static int Twice(this int n) => 2 * n; } }")).Succeeded();
        var help = _notebook.Session.Help;

        Assert.Contains("Length3", help.Complete("new N.C().Len", 13).Items.Select(item => item.Text));
        Assert.Contains("Twice", help.Complete("using N;\n6.Tw", 13).Items.Select(item => item.Text));
        Assert.Contains("Length3", help.Complete("namespace M { class D { int F(N.C c) => c.Len } }", 45).Items.Select(item => item.Text));
        Assert.Empty(help.Diagnose("namespace N { public class C { public N.C Next; } static class E { static int Twice(this int n) => n.Twice(); } }"));
        Assert.Equal("CS0103", Assert.Single(help.Diagnose("namespace M { class D { int F() => unknown; } }")).Id);
    }
}
