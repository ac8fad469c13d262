using System.Text.Json.Nodes;
using NotebookKernel.Serving;
using NotebookKernel.Wire;

namespace NotebookKernel.Tests.Serving;

[Collection("kernels")] // NetMQ has one context a process
public sealed class AnsweringRequests : IAsyncDisposable
{
    private readonly Client _client = new();

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Theory]
    [InlineData("kernel_info_request")]
    [InlineData("complete_request")]
    [InlineData("inspect_request")]
    [InlineData("is_complete_request")]
    [InlineData("history_request")]
    [InlineData("comm_info_request")]
    [InlineData("execute_request")] // without code: an error, not silence
    [InlineData("comm_open")]
    [InlineData("comm_msg")]
    [InlineData("no_such_request")]
    public void Around_each_is_one_busy_and_one_idle(string type)
    {
        var request = Client.Request(type);
        _client.Send(SocketName.Shell, request);

        var states = _client.PublishedFor(request).Where(message => message.Type == "status");

        Assert.Equal(["busy", "idle"], states.Select(message => (string?)message.Content["execution_state"]));
    }

    [Fact]
    public void A_cell_shows_what_it_does_in_order()
    {
        var (reply, published) = _client.Execute("Console.Write(1);\ndisplay(2);\nConsole.Error.Write(3);\n4");

        Assert.Equal("ok", (string?)reply["status"]);
        Assert.Equal(1, (int?)reply["execution_count"]);
        Assert.Equal(["status", "execute_input", "stream", "display_data", "stream", "execute_result", "status"], published.Select(message => message.Type));
        Assert.Equal("4", (string?)published[5].Content["data"]!["text/plain"]);
        Assert.Equal(2, (int?)_client.Execute("5").Reply["execution_count"]);
    }

    [Fact]
    public void An_error_is_published_and_replied_and_what_waits_is_aborted()
    {
        var first = Client.Request("execute_request", new JsonObject { ["code"] = "Thread.Sleep(300); throw new Exception(\"no\");" });
        var second = Client.Request("execute_request", new JsonObject { ["code"] = "var x = 1;" });
        _client.Send(SocketName.Shell, first);
        _client.Send(SocketName.Shell, second);

        var reply = _client.ReplyTo(first).Content;
        Assert.Equal(("error", "System.Exception", "no"), ((string?)reply["status"], (string?)reply["ename"], (string?)reply["evalue"]));
        Assert.Equal("aborted", (string?)_client.ReplyTo(second).Content["status"]);
        Assert.Contains(_client.PublishedFor(first), message => message.Type == "error");
        Assert.Equal("ok", (string?)_client.Execute("1").Reply["status"]);
    }

    [Fact]
    public void Without_stop_on_error_what_waits_is_run()
    {
        var first = Client.Request("execute_request", new JsonObject { ["code"] = "Thread.Sleep(300); throw new Exception();", ["stop_on_error"] = false });
        var second = Client.Request("execute_request", new JsonObject { ["code"] = "1" });
        _client.Send(SocketName.Shell, first);
        _client.Send(SocketName.Shell, second);

        Assert.Equal("error", (string?)_client.ReplyTo(first).Content["status"]);
        Assert.Equal("ok", (string?)_client.ReplyTo(second).Content["status"]);
    }

    [Fact]
    public void A_silent_cell_shows_nothing_and_does_not_count()
    {
        var (reply, published) = _client.Execute("Console.Write(1);\n2", new JsonObject { ["silent"] = true });

        Assert.Equal(0, (int?)reply["execution_count"]);
        Assert.All(published, message => Assert.Equal("status", message.Type));
        Assert.Equal(1, (int?)_client.Execute("3").Reply["execution_count"]);
        Assert.Equal(1, (int?)_client.Execute("4", new JsonObject { ["store_history"] = false }).Reply["execution_count"]);
    }

    [Fact]
    public void User_expressions_are_evaluated_after_the_cell()
    {
        var expressions = new JsonObject { ["sum"] = "x + 1", ["wrong"] = "y" };
        var (reply, _) = _client.Execute("var x = 1;", new JsonObject { ["user_expressions"] = expressions });

        Assert.Equal("2", (string?)reply["user_expressions"]!["sum"]!["data"]!["text/plain"]);
        Assert.Equal("error", (string?)reply["user_expressions"]!["wrong"]!["status"]);
    }

    [Fact]
    public void A_cell_can_ask_the_user_and_for_passwords()
    {
        _client.Answer = "Ada";

        Assert.Equal("Ada", (string?)_client.Execute("Console.ReadLine()").Published.Single(message => message.Type == "execute_result").Content["data"]!["text/plain"]);
        _client.Execute("password(\"Key? \")");
        Assert.Contains(_client.Asked, asked => (bool?)asked.Content["password"] == true && (string?)asked.Content["prompt"] == "Key? ");
        Assert.Equal("error", (string?)_client.Execute("Console.ReadLine()", new JsonObject { ["allow_stdin"] = false }).Reply["status"]);
    }

    [Fact]
    public void Control_answers_while_a_cell_runs_and_an_interrupt_stops_it()
    {
        var request = Client.Request("execute_request", new JsonObject { ["code"] = "var n = 7; display(n); while (true) { n++; n--; }" });
        _client.Send(SocketName.Shell, request);
        _client.Await("display_data");

        Assert.Equal("ok", (string?)_client.Ask("kernel_info_request", to: SocketName.Control).Reply["status"]);
        Assert.Equal("ok", (string?)_client.Ask("interrupt_request", to: SocketName.Control).Reply["status"]);
        Assert.Equal("error", (string?)_client.ReplyTo(request).Content["status"]);
        Assert.InRange((int)_client.Execute("n").Published.Single(message => message.Type == "execute_result").Content["data"]!["text/plain"]!.ToString()[0], '7', '8');
    }

    [Fact]
    public void A_wrong_signature_is_dropped_with_a_line_on_the_log()
    {
        _client.SendFrames(SocketName.Shell, MessageFrames.Encode(Client.Request("execute_request", new JsonObject { ["code"] = "1" }), new MessageSigner("other")));
        _client.SendFrames(SocketName.Shell, ["nonsense"u8.ToArray()]);

        Assert.Equal("ok", (string?)_client.Ask("kernel_info_request").Reply["status"]);
        Assert.Equal(2, _client.Log.Count);
        Assert.Contains("signature", _client.Log.First(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_that_was_recorded_and_sent_again_is_dropped()
    {
        var request = Client.Request("execute_request", new JsonObject { ["code"] = "var n = 0;" });
        var frames = MessageFrames.Encode(request, new MessageSigner(_client.File.Key));
        _client.SendFrames(SocketName.Shell, frames);
        _client.ReplyTo(request);
        _client.SendFrames(SocketName.Control, frames);
        _client.SendFrames(SocketName.Shell, frames);

        _client.Ask("kernel_info_request", to: SocketName.Control);
        Assert.Equal(2, (int?)_client.Execute("n").Reply["execution_count"]);
        Assert.Equal(2, _client.Log.Count(line => line.Contains("arrived before", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_displayed_can_be_updated_and_cleared()
    {
        var (_, published) = _client.Execute("var shown = display(1);\nshown.Update(2);\nClearOutput(wait: true);");
        var first = published.Single(message => message.Type == "display_data");
        var second = published.Single(message => message.Type == "update_display_data");

        Assert.Equal((string?)first.Content["transient"]!["display_id"], (string?)second.Content["transient"]!["display_id"]);
        Assert.True((bool?)published.Single(message => message.Type == "clear_output").Content["wait"]);
    }

    [Fact]
    public void History_is_told_by_tail_range_and_pattern()
    {
        foreach (var code in new[] { "1", "2", "\"a\"", "2" })
        {
            _client.Execute(code);
        }

        Assert.Equal("[[1,3,\"\\\"a\\\"\"],[1,4,\"2\"]]", History(new JsonObject { ["hist_access_type"] = "tail", ["n"] = 2 }).Replace("\\u0022", "\\\"", StringComparison.Ordinal));
        Assert.Equal("[[1,2,[\"2\",\"2\"]]]", History(new JsonObject { ["hist_access_type"] = "range", ["session"] = 0, ["start"] = 2, ["stop"] = 3, ["output"] = true }));
        Assert.Equal("[[1,4,\"2\"]]", History(new JsonObject { ["hist_access_type"] = "search", ["pattern"] = "[^1]", ["unique"] = true }));
    }

    [Fact]
    public async Task A_shutdown_is_answered_and_ends_it()
    {
        Assert.True((bool?)_client.Ask("shutdown_request", new JsonObject { ["restart"] = true }, SocketName.Control).Reply["restart"]);
        await _client.Running.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
    }

    private string History(JsonObject request) => _client.Ask("history_request", request).Reply["history"]!.ToJsonString();
}
