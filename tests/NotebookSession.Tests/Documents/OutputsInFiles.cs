using System.Text.Encodings.Web;
using System.Text.Json;
using NotebookSession.Documents;

namespace NotebookSession.Tests.Documents;

public class OutputsInFiles
{
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly CodeCell _cell = new("1") { ExecutionCount = 3 };
    private readonly OutputArea _area = new();

    [Fact]
    public void Consecutive_text_of_one_stream_is_one_output()
    {
        Show(Out("a\n"), Out("b"), Err("c"), Out("\nd\r\ne\rf"));

        Is("""
            [{"name":"stdout","output_type":"stream","text":["a\n","b"]},
            {"name":"stderr","output_type":"stream","text":["c"]},
            {"name":"stdout","output_type":"stream","text":["\n","d\r\n","e\r","f"]}]
            """);
    }

    [Fact]
    public void A_result_carries_the_cells_number_and_its_formats_in_order()
    {
        Show(new CellOutput.ExecuteResult(new() { ["text/plain"] = "1\n2", ["application/json"] = "1\n2", ["image/svg+xml"] = "" }));

        Is("""
            [{"data":{"application/json":"1\n2","image/svg+xml":[],"text/plain":["1\n","2"]},
            "execution_count":3,"metadata":{},"output_type":"execute_result"}]
            """);
    }

    [Fact]
    public void An_update_replaces_every_display_of_its_id_also_in_other_cells()
    {
        var next = new CodeCell("2");
        Show(Display("old", "a"), Display("other", "b"));
        _area.Show(next, Display("old", "a"));
        _area.Show(next, new CellOutput.UpdateDisplayData(new() { ["text/plain"] = "new" }, "a"));
        _area.Show(next, new CellOutput.UpdateDisplayData(new() { ["text/plain"] = "lost" }, "unknown"));

        _area.Flush();
        Assert.Equal(["new", "other"], Texts(_cell));
        Assert.Equal(["new"], Texts(next));
        Assert.DoesNotContain("display_id", _cell.Outputs.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Clearing_removes_what_was_shown_at_once_or_when_the_next_output_comes()
    {
        Show(Out("a"), new CellOutput.ClearOutput(Wait: false), Out("b"));
        _area.Flush();
        Assert.Equal(["b"], Texts(_cell));

        Show(new CellOutput.ClearOutput(Wait: true));
        _area.Flush();
        Assert.Equal(["b"], Texts(_cell));

        Show(Out("c"));
        _area.Flush();
        Assert.Equal(["c"], Texts(_cell));
    }

    [Fact]
    public void Transient_html_is_not_stored_and_the_rest_of_its_bundle_is()
    {
        Show(new CellOutput.DisplayData(new() { ["text/html"] = "<!--transient--><script>…</script>", ["text/plain"] = "ready" }));

        Is("""[{"data":{"text/plain":["ready"]},"metadata":{},"output_type":"display_data"}]""");
    }

    [Fact]
    public void Ten_thousand_lines_are_one_output()
    {
        Show([.. Enumerable.Range(0, 10_000).Select(i => Out($"{i}\n"))]);
        _area.Flush();

        Assert.Equal(10_000, Assert.Single(_cell.Outputs)!["text"]!.AsArray().Count);
    }

    public static TheoryData<CellOutput> EveryOutput =>
    [
        Out("text\n"),
        Display("shown", "id"),
        Display("shown", null),
        new CellOutput.UpdateDisplayData(new() { ["text/html"] = "<b>\n</b>" }, "id"),
        new CellOutput.ExecuteResult(new() { ["application/vnd.plotly.v1+json"] = "x", ["text/plain"] = "1\n2" }),
        new CellOutput.Error(new CellError("Exception", "boom", ["\u001b[31mException\u001b[0m: boom", "   at cell 2"])),
        new CellOutput.ClearOutput(Wait: true),
    ];

    [Theory]
    [MemberData(nameof(EveryOutput))]
    public void Reading_gives_back_what_was_written(CellOutput output)
    {
        var message = OutputJson.Write(output);

        Assert.Equal(message.ToJsonString(), OutputJson.Write(OutputJson.Read(message)).ToJsonString());
        Assert.Equal(output.GetType(), OutputJson.Read(message).GetType());
    }

    [Fact]
    public void What_a_file_from_elsewhere_says_of_an_output_stays_and_so_does_its_order()
    {
        var json = """
            [{"output_type":"display_data","data":{"text/plain":["a"],"image/png":"iVBO"},"metadata":{"image/png":{"width":3}}},
            {"output_type":"execute_result","execution_count":7,"data":{"text/plain":["b"]},"metadata":{}}]
            """.ReplaceLineEndings("");
        var file = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsArray();

        var saved = ShownOutputs.Of(file).ForFile();

        Assert.Equal(["text/plain", "image/png"], saved[0]!["data"]!.AsObject().Select(format => format.Key));
        Assert.True(System.Text.Json.Nodes.JsonNode.DeepEquals(file, saved), saved.ToJsonString());
    }

    private static CellOutput.Stream Out(string text) => new("stdout", text);

    private static CellOutput.Stream Err(string text) => new("stderr", text);

    private static CellOutput.DisplayData Display(string text, string? id) => new(new() { ["text/plain"] = text }, id);

    private static IEnumerable<string> Texts(CodeCell cell) => cell.Outputs.Select(output =>
        string.Concat((output!["text"] ?? output["data"]!["text/plain"])!.AsArray().Select(line => line!.GetValue<string>())));

    private void Show(params CellOutput[] outputs) => Array.ForEach(outputs, output => _area.Show(_cell, output));

    private void Is(string json)
    {
        _area.Flush();
        Assert.Equal(json.ReplaceLineEndings(""), _cell.Outputs.ToJsonString(_plain));
    }
}
