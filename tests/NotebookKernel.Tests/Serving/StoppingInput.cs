using System.Text.Json.Nodes;
using NotebookKernel.Serving;

namespace NotebookKernel.Tests.Serving;

[Collection("kernels")]
public sealed class StoppingInput : IAsyncDisposable
{
    // CI takes the long way: what was wrong here once went wrong three times in 1,300.
    private static readonly int _rounds = Environment.GetEnvironmentVariable("CI") == "true" ? 1000 : 100;
    private readonly Client _client = new();

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public void Every_stop_of_a_cell_that_reads_input_is_answered_at_once()
    {
        for (var round = 1; round <= _rounds; round++)
        {
            var cell = Client.Request("execute_request", new JsonObject { ["code"] = "Console.Write(\"Name: \"); Console.ReadLine()", ["allow_stdin"] = true });
            _client.Send(SocketName.Shell, cell);
            Assert.True(SpinWait.SpinUntil(() => _client.Asked.Any(asked => IsAbout(asked.ParentHeader, cell.Header)), TimeSpan.FromMinutes(1)));
            Thread.Sleep(round % 7);
            var stop = Client.Request("interrupt_request");
            _client.Send(SocketName.Control, stop);

            var replies = new[] { _client.NextReply(), _client.NextReply() };
            Assert.Contains(replies, reply => IsAbout(reply.ParentHeader, stop.Header));
            var reply = replies.Single(reply => IsAbout(reply.ParentHeader, cell.Header));
            Assert.Equal("error", (string?)reply.Content["status"]);
            _client.PublishedFor(cell);
        }

        Assert.Equal("2", (string?)_client.Execute("1 + 1").Published.Single(message => message.Type == "execute_result").Content["data"]!["text/plain"]);
        Assert.All(_client.Asked, asked => Assert.Equal("Name: ", (string?)asked.Content["prompt"]));
    }

    private static bool IsAbout(JsonObject parent, JsonObject header) => (string?)parent["msg_id"] == (string?)header["msg_id"];
}
