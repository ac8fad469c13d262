using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using NotebookPage.Rendering;
using NotebookSession;
using NotebookSession.Documents;
using SequenceModels;
using SequenceModels.Charts;
using SequenceModels.Layers;
using SequenceModels.Probes;

namespace Course.Tests.Rendering;

public sealed class RenderingOutputs
{
    [Fact]
    public void A_stream_keeps_its_colors_and_a_line_that_is_written_again_shows_its_end() => Assert.Equal(
        "<pre class=\"output stdout\">a<span class=\"ansi-red ansi-bold\">b&lt;</span>c\nstep 20\n</pre>",
        Render("""{ "output_type": "stream", "name": "stdout", "text": ["a\u001b[31;1mb<\u001b[0mc\n", "step 1\rstep 20\n"] }"""));

    [Theory]
    [InlineData("\e[38;5;9mx\e[39my", "<span class=\"ansi-bright-red\">x</span>y")]
    [InlineData("\e[38;2;1;2;3mx", "x")]
    [InlineData("\e[2J\e]0;title\ax\e[K", "x")]
    [InlineData("one\r\ntwo", "one\r\ntwo")]
    [InlineData("half\r", "half")]
    public void Other_commands_to_a_terminal_leave_no_trace(string text, string expected) => Assert.Equal(
        $"<pre class=\"output stdout\">{expected}</pre>",
        OutputHtml.Render(new CellOutput.Stream("stdout", text))
            .Replace("one\ntwo", "one\r\ntwo", StringComparison.Ordinal));

    [Fact]
    public void An_error_shows_its_traceback() => Assert.Equal(
        "<pre class=\"output error\"><span class=\"ansi-red\">E</span>: m\n  at cell 1</pre>",
        Render("""{ "output_type": "error", "ename": "E", "evalue": "m", "traceback": ["\u001b[31mE\u001b[0m: m", "  at cell 1"] }"""));

    [Fact]
    public void A_chart_is_its_words_and_its_data_which_cannot_end_its_element()
    {
        var html = Render("""
            { "output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {
              "application/vnd.plotly.v1+json": { "data": [{ "name": "</script><b>" }], "layout": { "height": 272 } },
              "text/html": "<script>draw()</script>", "text/plain": "Losses\nThey fall." } }
            """);

        Assert.Contains("""<div class="plotly-chart" data-height="272" role="figure" aria-label="Losses They fall."><p>Losses<br>They fall.</p></div>""", html);
        Assert.Equal(1, html.Split("</script>").Length - 1);
        Assert.DoesNotContain("draw()", html);
    }

    [Theory]
    [InlineData("image/png", "iVBO\nRw0=", "data:image/png;base64,iVBORw0=")]
    [InlineData("image/svg+xml", "<svg/>", "data:image/svg+xml;base64,PHN2Zy8+")]
    public void A_picture_is_a_part_of_the_page(string type, string content, string address) => Assert.Contains(
        $"<img src=\"{address}\" alt=\"a cat\">",
        OutputHtml.Render(new CellOutput.DisplayData(new MimeBundle { [type] = content, ["text/plain"] = "a cat" })));

    [Fact]
    public void A_diagram_stands_in_the_page_whole_and_needs_no_frame()
    {
        string[] words = [.. Enumerable.Range(0, LivingDiagram.MostWords).Select(t => t == 0 ? "<b>" : $"an incomprehensible word {t}")];
        var (rng, x) = (new TorchRandom(1), Tensor.Randn(new TorchRandom(2), words.Length, 2));
        var diagram = Diagram.Lstm(words, LstmTrace.Of(new LstmCell(2, 2, rng), x)).ToHtml()
            + Diagram.TransformerBlock(words, TransformerTrace.Of(new TransformerBlock(2, rng), x)).ToHtml();
        var output = new CellOutput.DisplayData(new MimeBundle { ["text/html"] = diagram });
        var (given, shown) = (new HtmlParser().ParseDocument(diagram).Body!, new HtmlParser().ParseDocument(OutputHtml.Render(output)).Body!);
        foreach (var style in given.QuerySelectorAll("style"))
        {
            style.Remove(); // the page has it
        }

        Assert.Null(OutputHtml.Unsafe(output));
        Assert.Equal(given.QuerySelectorAll("form").Select(form => form.OuterHtml), shown.QuerySelectorAll("form").Select(form => form.OuterHtml));
    }

    [Fact]
    public void A_check_of_an_exercise_keeps_its_colored_edge_and_its_hints()
    {
        var html = Render("""
            { "output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": { "text/plain": "ok", "text/html":
              "<div style=\"border-left: 4px solid #009E73; padding: 0.2em 0.8em; margin: 0.3em 0\"><details><summary>Hint</summary></details></div>" } }
            """);

        Assert.Contains("border-left: 4px solid", html);
        Assert.Contains("<details><summary>Hint</summary></details>", html);
    }

    [Fact]
    public void The_script_that_brings_charts_to_a_notebook_is_left_out_for_its_words() => Assert.Equal(
        "<pre class=\"output text\">ready</pre>",
        Render("""{ "output_type": "display_data", "metadata": {}, "data": { "text/html": "<!--transient--><script>1</script>", "text/plain": "ready" } }"""));

    public static TheoryData<string> Lessons => [.. Directory.GetFiles(Path.Combine(CourseCommand.Root, "notebooks"), "*.ipynb").Select(path => Path.GetFileName(path)!)];

    [Theory, MemberData(nameof(Lessons))]
    public void What_the_lessons_show_stands_in_the_page_and_needs_no_frame(string lesson) =>
        Assert.DoesNotContain(
            Notebook.Read(Path.Combine(CourseCommand.Root, "notebooks", lesson)).CodeCells.SelectMany(cell => ShownOutputs.Of(cell.Outputs).Items),
            output => OutputHtml.Unsafe(output) is not null);

    private static string Render(string json) => OutputHtml.Render(OutputJson.Read(JsonNode.Parse(json)!.AsObject()));
}
