namespace NotebookSession.Tests;

/// <summary>Cells that show more than anybody can read.</summary>
public sealed class FloodingCells : IAsyncDisposable
{
    private static readonly OutputLimit _limit = OutputLimit.Default;
    private readonly TestSession _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [InlineData("for (var i = 1; i <= 1_000_000; i++) Console.WriteLine(i);", "… 990,000 more lines", "\n999999\n1000000")]
    [InlineData("for (var i = 1; i <= 20_001; i++) { Console.WriteLine(\"out\"); Console.Error.WriteLine(\"err\"); }", "… 39,502 more lines", "out\nerr")]
    [InlineData("Console.Write(new string('x', 4_000_000) + \"end\");", "… 3,750,003 more characters", "xxend")]
    [InlineData("for (var i = 1; i <= 100_000; i++) Console.Write($\"\\rstep {i}\");", " more characters", "step 100000")]
    [InlineData("var big = new string('y', 200_000_000); Console.WriteLine(big);", "… 1 more line", "yyy")]
    [InlineData("Parallel.For(0, 100_000, i => Console.WriteLine(\"line\"));", "… 90,000 more lines", "line\nline")]
    public async Task Text_beyond_the_limit_is_counted_and_its_end_is_kept(string code, string count, string end)
    {
        var shown = ShownBy((await _notebook.RunAsync(code)).Succeeded());

        Assert.Contains(count, shown, StringComparison.Ordinal);
        Assert.EndsWith(end, shown.TrimEnd().Replace("\r\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.InRange(shown.Length, 1, _limit.Characters + (2 * _limit.Ending));
        Assert.InRange(shown.Count(letter => letter == '\n'), 0, _limit.Lines + 20);
    }

    [Fact]
    public async Task Displays_beyond_the_limit_are_counted_and_not_formatted()
    {
        var ran = (await _notebook.RunAsync("""
            class Slow { public override string ToString() { Formatted++; return "slow"; } public static int Formatted; }
            for (var i = 0; i < 10_000; i++) new Slow().Display("text/plain");
            Slow.Formatted
            """)).Succeeded();

        Assert.Equal(_limit.Displays + 1, ran.Shown.OfType<CellOutput.DisplayData>().Count());
        Assert.Contains("… 9,500 more displays", ShownBy(ran), StringComparison.Ordinal);
        Assert.InRange(int.Parse(ran.Value!, null), 0, _limit.Displays + 1);
    }

    [Fact]
    public async Task Of_many_updates_few_are_told_and_the_last_one_stands()
    {
        var ran = (await _notebook.RunAsync("var bar = display(0); for (var i = 1; i <= 5_000; i++) bar.Update(i);")).Succeeded();

        Assert.Equal("5000", ShownBy(ran));
        Assert.InRange(ran.Shown.Count, 1, 500);
    }

    [Fact]
    public async Task A_cell_that_clears_and_writes_again_for_long_shows_the_last_text_only()
    {
        var ran = (await _notebook.RunAsync("for (var i = 1; i <= 20_000; i++) { ClearOutput(wait: true); Console.Write(i); }")).Succeeded();

        Assert.Equal("20000", ShownBy(ran));
        Assert.InRange(ran.Shown.Count, 1, 1000);
    }

    [Theory]
    [InlineData("HTML(new string('h', 10_000_000))", "(text/html of 10,000,000 characters: too long to be shown)")]
    [InlineData("Convert.ToBase64String(new byte[3_000_000]).DisplayAs(\"image/png\");", "(image/png of 4,000,000 characters: too long to be shown)")]
    public async Task A_format_that_is_too_long_is_named_instead(string code, string said)
    {
        var shown = ShownBy((await _notebook.RunAsync(code)).Succeeded());

        Assert.Contains(said, shown, StringComparison.Ordinal);
        Assert.InRange(shown.Length, 1, _limit.Characters + (3 * _limit.Ending));
    }

    [Fact]
    public async Task A_message_of_many_characters_is_cut_and_tells_its_end()
    {
        var error = (await _notebook.RunAsync("throw new Exception(new string('m', 50_000_000) + \" the reason\");")).Error;

        Assert.InRange(error.Message.Length + error.Traceback.Sum(line => line.Length), 1, 100_000);
        Assert.Contains("the reason", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_that_floods_after_its_cell_has_ended_is_counted_too()
    {
        var ran = (await _notebook.RunAsync(
            "var late = new Thread(() => { for (var i = 0; i < 100_000; i++) Console.WriteLine(i); }); late.Start();")).Succeeded();
        await _notebook.RunAsync("late.Join();");

        Assert.True(SpinWait.SpinUntil(() => ShownBy(ran).Contains("… 90,000 more lines", StringComparison.Ordinal), TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public async Task A_flood_stops_within_a_second_or_so()
    {
        var ran = await _notebook.RunAndStopAsync("while (true) Console.WriteLine(\"OK\");", milliseconds: 1000);

        Assert.IsType<CellResult.Stopped>(ran.Result);
        Assert.Contains(" more lines", ShownBy(ran), StringComparison.Ordinal);
    }

    // What stands below the cell in the end.
    private static string ShownBy(Ran ran)
    {
        var shown = ran.Shown.Aggregate(NotebookSession.Documents.ShownOutputs.None, (all, output) => all.Show(output));
        return string.Join('\n', shown.Items.Select(item =>
            (item is CellOutput.Stream(_, var text) ? text : item.Value?["text/plain"].ToString() ?? "").TrimEnd('\n')));
    }
}
