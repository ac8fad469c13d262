namespace NotebookSession.Tests;

public sealed class ShowingOutputs : IAsyncDisposable
{
    private readonly TestSession _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Fact]
    public async Task Outputs_come_in_the_order_of_the_code()
    {
        var ran = (await _notebook.RunAsync(
            "Console.Write(\"a\"); display(1); Console.Error.Write(\"b\"); Console.Write(\"c\"); Console.Write(\"d\"); 2")).Succeeded();

        Assert.Equal(
            ["stdout a", "display 1", "stderr b", "stdout cd", "result 2"],
            ran.Shown.Select(output => output switch
            {
                CellOutput.Stream stream => $"{stream.Name} {stream.Text}",
                CellOutput.DisplayData display => $"display {display.Data["text/plain"]}",
                CellOutput.ExecuteResult result => $"result {result.Data["text/plain"]}",
                _ => output.ToString(),
            }));
    }

    [Fact]
    public async Task A_displayed_value_is_updated_in_place()
    {
        await _notebook.RunAsync("var shown = \"before\".Display();");
        var later = (await _notebook.RunAsync("shown.Update(\"after\");")).Succeeded();

        var update = Assert.IsType<CellOutput.UpdateDisplayData>(Assert.Single(later.Shown));
        Assert.Equal("after", update.Data["text/plain"].ToString());
        Assert.Equal("display-1", update.DisplayId);
    }

    [Theory]
    [InlineData("HTML(\"<b>x</b>\")", "text/html", "<b>x</b>")]
    [InlineData("class P { public int X = 1; } new P()", "text/plain", "P\n  X: 1")]
    public async Task A_value_has_the_formats_of_its_type(string code, string mimeType, string text) =>
        Assert.Equal(text, Assert.IsType<CellOutput.ExecuteResult>((await _notebook.RunAsync(code)).Succeeded().Shown.Single()).Data[mimeType].ToString());

    [Fact]
    public async Task A_format_can_be_chosen()
    {
        var ran = (await _notebook.RunAsync("display(new[] { 1 }, \"application/json\"); \"*x*\".DisplayAs(\"text/markdown\");")).Succeeded();

        var displays = ran.Shown.Cast<CellOutput.DisplayData>().ToList();
        Assert.Equal(1, displays[0].Data["application/json"][0]!.GetValue<int>());
        Assert.Equal("*x*", displays[1].Data["text/markdown"].ToString());
    }

    [Fact]
    public async Task A_formatter_registered_in_a_cell_is_used_with_all_its_formats()
    {
        await _notebook.RunAsync("""
            public class Chart { }
            Formatter.Register<Chart>((c, w) => w.Write("{\"data\": [1]}"), "application/vnd.test.v1+json");
            Formatter.Register<Chart>((c, w) => w.Write("<svg/>"), "text/html");
            Formatter.SetPreferredMimeTypesFor(typeof(Chart), "application/vnd.test.v1+json", "text/html");
            """);

        var bundle = (await _notebook.RunAsync("new Chart()")).Succeeded().Shown.Cast<CellOutput.ExecuteResult>().Single().Data;
        Assert.Equal(1, bundle["application/vnd.test.v1+json"]["data"]![0]!.GetValue<int>());
        Assert.Equal("<svg/>", bundle["text/html"].ToString());
        Assert.True(bundle.ContainsKey("text/plain"));
    }

    [Fact]
    public async Task Ten_thousand_lines_arrive_whole_and_in_few_pieces()
    {
        var ran = (await _notebook.RunAsync("for (var i = 0; i < 10_000; i++) Console.WriteLine(i);")).Succeeded();

        Assert.Equal(string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{i}{Environment.NewLine}")), ran.Stdout);
        Assert.InRange(ran.Shown.Count, 1, 200);
    }

    [Fact]
    public async Task A_thread_that_outlives_its_cell_still_writes_into_it()
    {
        var first = (await _notebook.RunAsync(
            "var late = new Thread(() => { Thread.Sleep(300); Console.Write(\"late\"); }); late.Start();")).Succeeded();
        var second = (await _notebook.RunAsync("late.Join(); await Task.Delay(200);")).Succeeded();

        Assert.Equal("late", first.Stdout);
        Assert.Equal("", second.Stdout);
    }

    [Fact]
    public async Task Text_written_by_many_threads_is_complete()
    {
        var ran = (await _notebook.RunAsync("Parallel.For(0, 1000, i => Console.Write(\"x\"));")).Succeeded();

        Assert.Equal(1000, ran.Stdout.Length);
    }

    [Fact]
    public async Task A_console_that_a_cell_replaced_is_back_in_the_next()
    {
        await _notebook.RunAsync("Console.SetOut(new StringWriter()); Console.Write(\"unseen\");");

        Assert.Equal("seen", (await _notebook.RunAsync("Console.Write(\"seen\");")).Stdout);
    }
}
