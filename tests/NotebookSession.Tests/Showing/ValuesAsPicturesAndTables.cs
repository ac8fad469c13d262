namespace NotebookSession.Tests.Showing;

public sealed class ValuesAsPicturesAndTables : IAsyncDisposable
{
    private readonly TestSession _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [InlineData("record P(string Name, int Age); new[] { new P(\"<b>\", 1) }",
        "<table><thead><tr><th>Name</th><th>Age</th></tr></thead><tbody><tr><td>&lt;b&gt;</td><td>1</td></tr></tbody></table>")]
    [InlineData("new[] { (1, \"a\") }",
        "<table><thead><tr><th>Item1</th><th>Item2</th></tr></thead><tbody><tr><td>1</td><td>a</td></tr></tbody></table>")]
    [InlineData("class C { public int X = 1; } new C()", "<table><tr><th>X</th><td>1</td></tr></table>")]
    public async Task What_has_fields_is_a_table_in_html(string code, string html) =>
        Assert.Equal(html, (await ResultAsync(code))["text/html"].ToString());

    [Theory]
    [InlineData("0.5")]
    [InlineData("\"text\"")]
    [InlineData("new[] { 1, 2 }")]
    [InlineData("TimeSpan.FromSeconds(1)")]
    [InlineData("new float[1, 2]")]
    public async Task What_its_text_says_already_has_no_html(string code) =>
        Assert.Equal(["text/plain"], (await ResultAsync(code)).Keys);

    [Theory]
    [InlineData("0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0", "image/png")]
    [InlineData("0xFF, 0xD8, 0xFF, 0xE0", "image/jpeg")]
    public async Task The_bytes_of_an_image_file_are_a_picture(string bytes, string mimeType)
    {
        var bundle = await ResultAsync($"new byte[] {{ {bytes} }}");

        Assert.Equal($"a picture ({mimeType})", bundle["text/plain"].ToString());
        Assert.NotEmpty(Convert.FromBase64String(bundle[mimeType].ToString()));
    }

    [Theory]
    [InlineData("public class PlotlyChart { public string GetInlineJS() => \"<script>\\nvar data = [{\\\"type\\\":\\\"bar\\\",\\\"x\\\":[\\\"};\\\"]}];\\nvar layout = {\\\"title\\\":\\\"Squares\\\"};\\nPlotly.newPlot('id', data, layout);\\n</script>\"; }", "XPlot.Plotly", "PlotlyChart")]
    [InlineData("public class GenericChart { public static string toJson(GenericChart chart) => \"{\\\"data\\\":[{\\\"type\\\":\\\"bar\\\",\\\"x\\\":[\\\"};\\\"]}],\\\"layout\\\":{\\\"title\\\":\\\"Squares\\\"}}\"; } public class Chart : GenericChart;", "Plotly.NET", "Chart")]
    public async Task A_chart_of_a_package_is_what_plotly_draws_and_a_line_of_words(string types, string space, string type)
    {
        (await _notebook.RunAsync($"namespace {space} {{ {types} }}")).Succeeded();

        var bundle = await ResultAsync($"new {space}.{type}()");

        Assert.Equal("A chart: Squares", bundle["text/plain"].ToString());
        Assert.Equal("""{"data":[{"type":"bar","x":["};"]}],"layout":{"title":"Squares"}}""", bundle["application/vnd.plotly.v1+json"].ToJsonString());
    }

    [Fact]
    public async Task A_chart_without_a_layout_says_what_it_draws()
    {
        (await _notebook.RunAsync("namespace XPlot.Plotly { public class PlotlyChart { public string GetInlineJS() => \"var data = [{\\\"type\\\":\\\"bar\\\"}]; var layout = \\\"\\\";\"; } }")).Succeeded();

        var bundle = await ResultAsync("new XPlot.Plotly.PlotlyChart()");

        Assert.Equal("A chart: bar", bundle["text/plain"].ToString());
        Assert.Equal("""{"data":[{"type":"bar"}],"layout":{}}""", bundle["application/vnd.plotly.v1+json"].ToJsonString());
    }

    [Fact]
    public async Task A_chart_that_cannot_be_written_is_shown_as_any_other_object()
    {
        (await _notebook.RunAsync("namespace XPlot.Plotly { public class PlotlyChart { public int Width = 9; public string GetInlineJS() => \"var data = [1\"; } }")).Succeeded();

        Assert.Contains("Width: 9", (await ResultAsync("new XPlot.Plotly.PlotlyChart()"))["text/plain"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_asks_each_item_of_a_query_once()
    {
        var ran = (await _notebook.RunAsync("var asked = 0; new[] { 1, 2 }.Select(x => new { X = x, N = ++asked })")).Succeeded();

        Assert.Equal("X  N\n-  -\n1  1\n2  2", ran.Value);
    }

    [Theory]
    [InlineData("IEnumerable<int> G()\n{\n    yield return 1;\n    throw new InvalidOperationException(\"boom\");\n}\nG()", "at G, line 4")]
    [InlineData("new[] { 1, 0 }.Select(x =>\n  1 / x)", "at a lambda, line 2")]
    [InlineData("display(new[] { 1, 0 }.Select(x => 1 / x));", "DivideByZeroException")]
    public async Task A_query_that_fails_while_it_is_shown_fails_its_cell(string code, string place)
    {
        var ran = await _notebook.RunAsync(code);

        Assert.Contains(place, ran.Traceback, StringComparison.Ordinal);
        Assert.Empty(ran.Shown);
    }

    [Theory]
    [InlineData("display(5)")]
    [InlineData("5.Display()")]
    public async Task A_display_as_last_line_is_one_output(string code) =>
        Assert.IsType<CellOutput.DisplayData>(Assert.Single((await _notebook.RunAsync(code)).Succeeded().Shown));

    [Theory]
    [InlineData("if (DateTime.Now.Year < 2000) { return 5; }")]
    [InlineData("if (DateTime.Now.Year > 2000) { Console.Write(\"\"); } else { return 5; }")]
    public async Task A_last_statement_without_a_value_shows_none(string code) =>
        Assert.Empty((await _notebook.RunAsync(code)).Succeeded().Shown);

    [Fact]
    public async Task DisplayTable_shows_any_sequence_as_a_table()
    {
        var ran = (await _notebook.RunAsync("new[] { \"a\", \"b\" }.DisplayTable();")).Succeeded();

        Assert.Contains("<td>a</td>", Assert.IsType<CellOutput.DisplayData>(Assert.Single(ran.Shown)).Data["text/html"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_formatter_that_a_cell_registered_is_used_within_lists_and_tables_too()
    {
        await _notebook.RunAsync("class Coin { } Formatter.Register<Coin>(coin => \"heads\", \"text/plain\");");

        Assert.Equal("[ heads ]", (await _notebook.RunAsync("new[] { new Coin() }")).Value);
        Assert.Equal("{ Side = heads }", (await _notebook.RunAsync("new { Side = new Coin() }")).Value);
    }

    [Fact]
    public async Task Formatters_that_a_type_names_in_its_attribute_are_used()
    {
        await _notebook.RunAsync("""
            class Source : ITypeFormatterSource
            {
                public IEnumerable<ITypeFormatter> CreateTypeFormatters() =>
                    new ITypeFormatter[] { new HtmlFormatter<Bar>((bar, context) => context.Writer.Write("<hr>")) };
            }
            [TypeFormatterSource(typeof(Source))] class Bar { }
            """);

        Assert.Equal("<hr>", (await ResultAsync("new Bar()"))["text/html"].ToString());
    }

    private async Task<MimeBundle> ResultAsync(string code) =>
        Assert.IsType<CellOutput.ExecuteResult>(Assert.Single((await _notebook.RunAsync(code)).Succeeded().Shown)).Data;
}
