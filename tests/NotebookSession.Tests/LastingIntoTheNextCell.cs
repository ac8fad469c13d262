namespace NotebookSession.Tests;

/// <summary>What a cell sets for the code after it, also counts in the cells after it.</summary>
public sealed class LastingIntoTheNextCell : IAsyncDisposable
{
    private readonly TestSession _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [InlineData("local.Value = 7;", "7")]
    [InlineData("await Task.Delay(1); local.Value = 7;", "7")]
    [InlineData("local.Value = 7; await Task.Yield();", "7")]
    [InlineData("local.Value = 7; throw new Exception();", "7")]
    [InlineData("local.Value = 7; return 1;", "7")]
    [InlineData("void Set() { local.Value = 7; } Set()", "7")]
    [InlineData("await Task.Run(() => local.Value = 7);", "0")]
    public async Task An_async_local_lasts_from_wherever_the_cell_itself_sets_it(string setting, string value)
    {
        await _notebook.RunAsync("var local = new AsyncLocal<int>();");
        await _notebook.RunAsync(setting);

        Assert.Equal(value, (await _notebook.RunAsync("local.Value")).Value);
        Assert.Equal(value, (await _notebook.RunAsync("var seen = -1; var thread = new Thread(() => seen = local.Value); thread.Start(); thread.Join(); seen")).Value);
    }

    [Fact]
    public async Task A_culture_lasts_into_later_cells_and_their_threads()
    {
        await _notebook.RunAsync("""
            var culture = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = ",";
            System.Globalization.CultureInfo.CurrentCulture = culture;
            """);

        Assert.Equal("1,5", (await _notebook.RunAsync("1.5.ToString()")).Value);
        Assert.Equal("1,5", (await _notebook.RunAsync("await Task.Run(() => $\"{1.5}\")")).Value);
        Assert.Equal("1.5", (await _notebook.RunAsync("1.5")).Value);
    }

    [Fact]
    public async Task Output_is_that_of_the_cell_that_writes()
    {
        await _notebook.RunAsync("new AsyncLocal<int>().Value = 1;");

        Assert.Equal("second", (await _notebook.RunAsync("Console.Write(\"second\");")).Stdout);
    }
}
