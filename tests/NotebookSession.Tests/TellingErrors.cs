namespace NotebookSession.Tests;

public sealed class TellingErrors : IAsyncDisposable
{
    private readonly TestSession _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Fact]
    public async Task A_compile_error_has_line_column_caret_and_hint()
    {
        var ran = await _notebook.RunAsync("var ok = 1;\n  var y = ok + misspelt;");

        Assert.Equal("CompileError", ran.Error.Name);
        Assert.Equal(
            """
            line 2, column 16: error CS0103: The name 'misspelt' does not exist in the current context
                  var y = ok + misspelt;
                               ^^^^^^^^
                Hint: Run the cell that declares misspelt first. The library's names come with the notebook's first cell. If both have run: is it spelt as there?
            """, ran.Traceback, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task Several_errors_are_told_in_order_with_columns_as_written()
    {
        var error = (await _notebook.RunAsync("int F() { return a; } int G() => b;\nc.ToString();")).Error;

        Assert.Equal(["line 1, column 18", "line 1, column 34", "line 2, column 1"],
            error.Traceback.Where(line => line.StartsWith("line", StringComparison.Ordinal)).Select(line => line.Split(':')[0]));
    }

    [Theory]
    [InlineData("var x = 1\nvar y = 2;", "CS1002", "semicolon")]
    [InlineData("float f = 0.5;", "CS0664", "0.5f")]
    [InlineData("float f = Math.Sqrt(2);", "CS0266", "(float)x")]
    [InlineData("1.ToString(); static class X { static int T(this int n) => n; }", "CS1109", "without the class")]
    [InlineData("namespace N { class C { } }\n1", "CS7021", "a cell of its own")]
    [InlineData("Span<int> s = new int[1]; s", "CS", "")]
    [InlineData("1 + 1;", "CS0201", "leave out the semicolon")]
    [InlineData("#error not yet", "CS1029", "not yet")]
    [InlineData("Environment.Exit(1);", "Environment.Exit", "return;")]
    [InlineData("Action<int> leave = System.Environment.Exit; leave(1);", "Environment.Exit", "return;")]
    [InlineData("Environment.FailFast(\"x\");", "Environment.FailFast", "return;")]
    public async Task Common_slips_get_a_clear_error(string code, string id, string hint)
    {
        var ran = await _notebook.RunAsync(code);

        Assert.Contains(id, ran.Traceback, StringComparison.Ordinal);
        Assert.Contains(hint, ran.Traceback, StringComparison.Ordinal);
        Assert.Equal("2", (await _notebook.RunAsync("1 + 1")).Value);
    }

    [Fact]
    public async Task An_exception_shows_the_students_frames_only()
    {
        await _notebook.RunAsync("int Divide(int a, int b)\n{\n    return a / b;\n}");
        var ran = await _notebook.RunAsync("var zero = 0;\nDivide(1, zero)");

        Assert.Equal(
            """
            System.DivideByZeroException: Attempted to divide by zero.
               at Divide, cell [1], line 3
               at line 2
                  Divide(1, zero)
            """, ran.Traceback, ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("new[] { 1 }.Select(n =>\n  int.Parse(\"x\")).ToList();", "a lambda, line 2")]
    [InlineData("async Task F()\n{\n  await Task.Yield();\n  throw new Exception();\n}\nawait F();", "at F, line 4")]
    [InlineData("class A\n{\n  public A()\n  {\n    throw new Exception();\n  }\n}\nnew A();", "at new A, line 5")]
    [InlineData("class A\n{\n  public int P => throw new Exception();\n}\n_ = new A().P;", "at A.get_P, line 3")]
    [InlineData("void F()\n{\n  int G() => int.Parse(\"x\");\n  G();\n}\nF();", "at G, line 3")]
    [InlineData("Task.Run(() =>\n{\n  throw new Exception();\n}).Wait();", "a lambda, line 3")]
    [InlineData("try { int.Parse(\"x\"); }\ncatch (Exception e)\n{ throw new Exception(\"outer\", e); }", "caused by System.FormatException")]
    [InlineData("throw new AggregateException(new Exception(\"a\"), new Exception(\"b\"));", "caused by System.Exception: b")]
    [InlineData("class MyError : Exception { }\nthrow new MyError();", "MyError: ")]
    [InlineData("throw null;", "NullReferenceException")]
    public async Task An_exception_is_placed_wherever_it_comes_from(string code, string place)
    {
        var ran = await _notebook.RunAsync(code);

        Assert.Contains(place, ran.Traceback, StringComparison.Ordinal);
        Assert.DoesNotContain("   at System", ran.Traceback, StringComparison.Ordinal);
        Assert.DoesNotContain("NotebookKernel", ran.Traceback, StringComparison.Ordinal);
        Assert.DoesNotContain("__Cell", ran.Traceback, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!tmie\nConsole.Write(1);", "Did you mean #!time?")]
    [InlineData("#!import2 x.cs", "Did you mean #!import?")]
    [InlineData("Console.Write(1);\n#!cobol", "#!cobol is not a directive here. Those that packages and #!connect bring to .NET Interactive can't be had here.")]
    [InlineData("#!env -f .env", "#!env is not a directive here. Those that packages")] // as near to #!r as to #!md: that would be a guess
    public async Task An_unknown_directive_lists_the_known_and_nothing_runs(string code, string message)
    {
        var ran = await _notebook.RunAsync(code);

        Assert.Contains(message, ran.Error.Message, StringComparison.Ordinal);
        Assert.Contains("#r, #i, #load, #!import", ran.Error.Message, StringComparison.Ordinal);
        Assert.Equal("", ran.Stdout);
    }
}
