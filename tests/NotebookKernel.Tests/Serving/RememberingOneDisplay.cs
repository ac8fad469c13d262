using System.Text.Json.Nodes;
using NotebookKernel.Serving;
using NotebookSession;
using NotebookSession.Documents;

namespace NotebookKernel.Tests.Serving;

/// <summary>The kernel's messages against the rule of VS Code's Jupyter extension, whose news of a clearing comes at any time.</summary>
[Collection("kernels")]
public sealed class RememberingOneDisplay : IAsyncDisposable
{
    private static readonly JsonObject _vsCode = new() { ["cellId"] = "vscode-notebook-cell:/lesson.ipynb#W0sZmlsZQ%3D%3D" };
    private readonly Client _client = new();

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Theory]
    [InlineData("""
        var bar = display("0 of 5");
        for (var i = 1; i <= 5; i++) { Thread.Sleep(100); bar.Update($"{i} of 5"); }
        """, "5 of 5")]
    [InlineData("""
        Console.WriteLine("two bars");
        var (first, second) = (display("a0"), display("b0"));
        for (var i = 1; i <= 4; i++) { Thread.Sleep(100); first.Update($"a{i}"); Thread.Sleep(100); second.Update($"b{i}"); }
        "end"
        """, "two bars|a4|b4|end")]
    [InlineData("""
        display("gone"); ClearOutput(); var bar = display("0"); Thread.Sleep(100); bar.Update("1"); Thread.Sleep(100); bar.Update("2"); Console.Write("done");
        """, "2|done")]
    public void Whenever_the_news_of_the_clearing_comes_what_a_cell_says_last_stands_there_and_its_bars_move(string code, string last)
    {
        var messages = Outputs(code, _vsCode);

        for (var late = 0; late <= messages.Count; late++)
        {
            var extension = new Extension(hearsOfClearingsAfter: late);
            foreach (var message in messages)
            {
                extension.Receive(message);
            }

            Assert.Equal(last, extension.Text);
            Assert.Equal(0, extension.Ignored);
        }
    }

    [Fact]
    public void Without_the_hidden_displays_a_bar_would_freeze()
    {
        var messages = Outputs("var bar = display(0); for (var i = 1; i <= 5; i++) { Thread.Sleep(100); bar.Update(i); }", []);
        var extension = new Extension(hearsOfClearingsAfter: 2);
        foreach (var message in messages)
        {
            extension.Receive(message);
        }

        Assert.NotEqual("5", extension.Text);
    }

    [Fact]
    public void A_script_that_is_not_to_be_saved_is_not_sent_to_VS_Code_and_shown_for_a_moment_in_Jupyter()
    {
        const string code = "display(HTML(\"<!--transient--><script>plotly</script>\"), \"text/html\", \"text/plain\");";

        Assert.DoesNotContain(Outputs(code, _vsCode), message => message.ToJsonString().Contains("script", StringComparison.Ordinal));
        var inJupyter = Outputs(code, []);
        Assert.Equal(["display_data", "update_display_data"], inJupyter.Select(message => (string?)message["output_type"]));
        Assert.NotNull(inJupyter[0]["data"]!["text/html"]);
        Assert.Null(inJupyter[1]["data"]!["text/html"]);
    }

    private List<JsonObject> Outputs(string code, JsonObject metadata)
    {
        var request = Client.Request("execute_request", new JsonObject { ["code"] = code }) with { Metadata = (JsonObject)metadata.DeepClone() };
        _client.Send(SocketName.Shell, request);
        Assert.Equal("ok", (string?)_client.ReplyTo(request).Content["status"]);
        return [.. _client.PublishedFor(request).Where(message => message.Type is not ("status" or "execute_input")).Select(message =>
        {
            var output = (JsonObject)message.Content.DeepClone();
            output["output_type"] = message.Type;
            return output;
        })];
    }

    // cellDisplayIdTracker.ts and cellExecutionMessageHandler.ts.
    private sealed class Extension(int hearsOfClearingsAfter)
    {
        private readonly List<(string? Id, JsonObject Output)> _outputs = [];
        private readonly HashSet<string> _known = [];
        private readonly List<int> _news = [hearsOfClearingsAfter]; // the cell was cleared when it began
        private string? _remembered;
        private bool _clearNext, _together;

        public int Ignored { get; private set; }

        public string Text => string.Join('|', _outputs.Select(shown => OutputJson.Read(shown.Output) switch
        {
            CellOutput.Stream stream => stream.Text.Trim(),
            CellOutput.DisplayData display => display.Data.GetValueOrDefault("text/plain")?.ToString() ?? "hidden",
            CellOutput.ExecuteResult result => result.Data["text/plain"].ToString(),
            _ => "?",
        }));

        public void Receive(JsonObject message)
        {
            // What is sent together is handled together: an update with the hidden ones, and all that is shown again.
            _together = IsHidden(message) ? false : _together || (bool?)message["wait"] == true;
            if (!_together && !IsHidden(message))
            {
                Hear();
            }

            switch ((string)message["output_type"]!)
            {
                case "clear_output" when (bool)message["wait"]!:
                    _clearNext = true;
                    break;
                case "clear_output":
                    Clear();
                    break;
                case "update_display_data":
                    Update(message);
                    break;
                default:
                    Append(message);
                    break;
            }
        }

        private void Append(JsonObject message)
        {
            if (_clearNext)
            {
                Clear();
            }

            var id = (string?)message["transient"]?["display_id"];
            _outputs.Add((id, message));
            Remember(id);
        }

        private void Update(JsonObject message)
        {
            var id = (string)message["transient"]!["display_id"]!;
            if (!_known.Contains(id))
            {
                Ignored += IsHidden(message) ? 0 : 1;
                return;
            }

            var output = (JsonObject)message.DeepClone();
            output["output_type"] = "display_data";
            if (_outputs.FindIndex(shown => shown.Id == id) is >= 0 and var at && !JsonNode.DeepEquals(_outputs[at].Output["data"], output["data"]))
            {
                _outputs[at] = (id, output);
                Remember(id);
            }
        }

        private void Clear()
        {
            _outputs.Clear();
            _clearNext = false;
            _news.Add(hearsOfClearingsAfter);
        }

        private void Remember(string? id)
        {
            if (id is not null)
            {
                _known.Add(id);
                _remembered = id;
            }
        }

        private static bool IsHidden(JsonObject message) => message.ToJsonString().Contains(" hidden", StringComparison.Ordinal);

        private void Hear()
        {
            for (var i = 0; i < _news.Count; i++)
            {
                if (_news[i]-- == 0 && _remembered is not null)
                {
                    _known.Remove(_remembered);
                    _remembered = null;
                }
            }
        }
    }
}
