using System.Globalization;
using NotebookSession.Compiling;

namespace NotebookSession.Tests;

public sealed class RunningForALongTime : IAsyncDisposable
{
    private readonly TestSession _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Fact]
    public async Task Cells_that_are_run_again_and_again_replace_each_other()
    {
        (await _notebook.RunAsync("using System.Numerics;\nvar kept = new Complex(3, 4);\nint Plus(int n) => n + 1;\nstring Plus(string s) => s + 1;")).Succeeded();
        (await _notebook.RunAsync("const int unit = 2; class Unit { public int N => unit; }\nvar oldUnit = new Unit();")).Succeeded();
        for (var i = 0; i < 25; i++)
        {
            (await _notebook.RunAsync($"var x = {i};\nclass Point {{ public int X => {i}; }}\nint F() => x;")).Succeeded();
            Assert.Equal($"{2 * i + 1}", (await _notebook.RunAsync("Plus(x) + new Point().X")).Succeeded().Value);
        }

        (await _notebook.RunAsync("class Unit { }")).Succeeded();
        for (var i = 0; i < 25; i++)
        {
            (await _notebook.RunAsync("var x = 1;")).Succeeded();
        }

        Assert.Equal("5 241 2 a1", (await _notebook.RunAsync("$\"{Complex.Abs(kept)} {F()}{x} {oldUnit.N} {Plus(\"a\")}\"")).Succeeded().Value);
    }

    [Fact]
    public async Task Code_of_later_cells_can_be_freed_and_still_finds_the_first_ones()
    {
        const string freed = "System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(typeof(Here).Assembly)!.IsCollectible";
        Assert.Equal("False", (await _notebook.RunAsync($"class Here {{ }}\nvar n = 0; {freed}")).Succeeded().Value);
        for (var i = 0; i < 500; i++)
        {
            (await _notebook.RunAsync("n++;")).Succeeded();
        }

        Assert.Equal("True 500", (await _notebook.RunAsync($"class Here {{ }}\n$\"{{{freed}}} {{n}}\"")).Succeeded().Value);
    }

    [Theory]
    [InlineData("int x;", "x")]
    [InlineData("int x, y = 2;", "x,y")]
    [InlineData("var (a, b) = (1, 2);", "a,b")]
    [InlineData("int.TryParse(\"1\", out var n);", "n")]
    [InlineData("void F(int n, string s) { } class C { int z; } enum E { V } delegate void D();", "F0( int, string),C,E,D")]
    [InlineData("using System.Text;", "using System.Text;")]
    [InlineData("x = 3; F();", "")]
    public void What_a_cell_declares_is_known(string code, string names)
    {
        var root = Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree
            .ParseText(code, ScriptCompiler.ParseOptions, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken);

        Assert.Equal(names, string.Join(',', Declarations.Of((Microsoft.CodeAnalysis.CSharp.Syntax.CompilationUnitSyntax)root)
            .Select(declaration => string.Create(CultureInfo.InvariantCulture, $"{declaration.Name}{declaration.Signature}"))));
    }
}
