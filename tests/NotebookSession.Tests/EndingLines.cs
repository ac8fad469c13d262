namespace NotebookSession.Tests;

/// <summary>The same lesson gives the same bytes on every system: its lines end with one character.</summary>
public sealed class EndingLines : IAsyncDisposable
{
    private readonly TestSession _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [InlineData("Console.WriteLine(1); Console.WriteLine(\"2\"); Console.Out.WriteLine(new[] { '3' });", "1\n2\n3\n")]
    [InlineData("Console.Out.NewLine", "\n")]
    [InlineData("Console.Write(\"a\\r\\nb\")", "a\nb")]
    [InlineData("Console.Error.WriteLine(\"a\\r\\nb\")", "a\nb\n")]
    [InlineData("\"a\\r\\nb\"", "a\nb")]
    public async Task Console_text_and_values_end_their_lines_with_a_line_feed(string code, string shown)
    {
        var ran = await _notebook.RunAsync(code);

        Assert.Equal(shown, ran.Stdout + ran.Stderr + ran.Value);
    }

    [Theory]
    [InlineData("50%\\r", "50%\r")]
    [InlineData("\\rdone", "\rdone")]
    public async Task A_carriage_return_that_goes_back_to_the_beginning_of_a_line_stays(string written, string shown)
    {
        var ran = await _notebook.RunAsync($"Console.Write(\"{written}\")");

        Assert.Equal(shown, ran.Stdout + ran.Stderr + ran.Value);
    }
}
