namespace NotebookSession.Tests;

public sealed class DisposingVariables : IAsyncDisposable
{
    private const string _thing = "class Thing(string name) : IDisposable { public string Name => name; public void Dispose() => Console.Write($\"-{name}\"); }";

    private readonly TestSession _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [InlineData("using var a = new Thing(\"a\"); using Thing b = new(\"b\");\nConsole.Write(a.Name + b.Name);", "ab-b-a")]
    [InlineData("Console.Write(1);\n/* why */ using Thing a = new(\"a\"), b = new(\"b\"); Console.Write(2);", "12-b-a")]
    [InlineData("await using var a = new Later();\nConsole.Write(1);", "1-later")]
    [InlineData("{ using var inner = new Thing(\"inner\"); }\nConsole.Write(1);", "-inner1")]
    [InlineData("using Thing none = null;\nConsole.Write(1);", "1")]
    public async Task What_a_cell_declares_with_using_is_disposed_at_its_end_the_last_first(string code, string written)
    {
        await _notebook.RunAsync($"{_thing}\nclass Later : IAsyncDisposable {{ public async ValueTask DisposeAsync() {{ await Task.Yield(); Console.Write(\"-later\"); }} }}");

        Assert.Equal(written, (await _notebook.RunAsync(code)).Succeeded().Stdout);
    }

    [Fact]
    public async Task Its_value_can_be_shown_and_what_was_read_from_it_lives_on()
    {
        Assert.Equal("abc", (await _notebook.RunAsync("using var reader = new StringReader(\"abc\");\nvar text = reader.ReadToEnd();\ntext")).Succeeded().Value);
        Assert.Equal("3", (await _notebook.RunAsync("text.Length")).Value);
    }

    [Fact]
    public async Task It_is_disposed_after_an_error_whose_line_is_the_students_too()
    {
        await _notebook.RunAsync(_thing);
        var ran = await _notebook.RunAsync("using var a = new Thing(\"a\");\nthrow new Exception(\"x\");");

        Assert.Equal("-a", ran.Stdout);
        Assert.Contains("at line 2", ran.Traceback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_cell_that_uses_it_is_told_where_it_was_disposed_and_may_declare_it_anew()
    {
        await _notebook.RunAsync("using var stream = new MemoryStream();");

        Assert.StartsWith("line 2, column 1: error UsingEnded: stream was declared with using in cell [1], at whose end it was disposed.",
            (await _notebook.RunAsync("1.ToString();\nstream.Length")).Error.Message, StringComparison.Ordinal);
        Assert.Equal("0", (await _notebook.RunAsync("var stream = new MemoryStream();\nstream.Length")).Succeeded().Value);
        Assert.Equal("0", (await _notebook.RunAsync("stream.Length")).Succeeded().Value);
    }

    [Theory]
    [InlineData("var ok = 1;\nusing var n = 5;", "line 2, column 11: error CS1674", "    using var n = 5;")]
    [InlineData("using var n = unknown;", "line 1, column 15: error CS0103", "    using var n = unknown;")]
    public async Task An_error_in_it_is_placed_as_everywhere(string code, string headline, string excerpt)
    {
        var traceback = (await _notebook.RunAsync(code)).Traceback;

        Assert.StartsWith(headline, traceback, StringComparison.Ordinal);
        Assert.Contains(excerpt, traceback, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_with_writing_knows_it()
    {
        Assert.Empty(_notebook.Session.Help.Diagnose("using var stream = new MemoryStream();\nstream.Length"));
        Assert.Contains("Length", _notebook.Session.Help.Complete("using var stream = new MemoryStream();\nstream.Len", 49).Items.Select(item => item.Text));
    }
}
