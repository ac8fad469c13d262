using System.Text.Json.Nodes;
using NotebookKernel.Serving;
using NotebookKernel.Wire;

namespace NotebookKernel.Tests.Serving;

/// <summary>The full soak is a command of tests/Benchmarks.</summary>
[Collection("kernels")]
public sealed class WithstandingHostility : IAsyncDisposable
{
    private readonly Client _client = new();

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public void Valid_requests_between_hostile_messages_are_answered()
    {
        using var hostile = new FrontEnd(_client.File);
        foreach (var batch in HostileMessages.From(seed: 7, _client.File.Key).Take(200).Chunk(40).Index())
        {
            Array.ForEach(batch.Item, message => hostile.SendFrames(message.To, message.Frames));

            Assert.Equal("ok", (string?)_client.Ask("kernel_info_request", to: SocketName.Control).Reply["status"]);
            Assert.Equal("ok", (string?)_client.Execute($"{batch.Index}").Reply["status"]);
        }
    }

    [Theory]
    [InlineData("(", 200_000)]
    [InlineData("A<", 10_000)]
    [InlineData("[A(", 50_000)]
    [InlineData("$\"{", 2_000)]
    [InlineData("$$\"\"\"{{", 2_000)]
    public void A_text_nested_too_deep_to_be_read_is_answered_and_the_next_one_too(string opening, int times)
    {
        var code = string.Concat(Enumerable.Repeat(opening, times));

        foreach (var type in new[] { "is_complete_request", "complete_request", "inspect_request" })
        {
            Assert.NotNull(_client.Ask(type, new JsonObject { ["code"] = code, ["cursor_pos"] = code.Length }).Reply["status"]);
        }

        Assert.Equal("CodeTooDeep", (string?)_client.Execute(code).Reply["ename"]);
        Assert.Equal("ok", (string?)_client.Execute("1").Reply["status"]);
    }

    [Fact]
    public void Brackets_in_strings_and_comments_are_not_nested()
    {
        var many = new string('(', 10_000);

        Assert.Equal("ok", (string?)_client.Execute($"var s = \"{many}\"; // {many}").Reply["status"]);
    }

    [Fact]
    public void Front_ends_come_and_go()
    {
        for (var i = 0; i < 10; i++)
        {
            using var other = new FrontEnd(_client.File);

            Assert.Equal("ok", (string?)other.Ask("kernel_info_request").Reply["status"]);
        }

        Assert.Equal("ok", (string?)_client.Execute("1").Reply["status"]);
    }

    [Fact]
    public void The_oldest_signature_is_forgotten_and_no_other()
    {
        var seen = new SeenSignatures();
        byte[] Signature(int i) => new MessageSigner("key").Sign([BitConverter.GetBytes(i)]);
        for (var i = 0; i <= SeenSignatures.Most; i++)
        {
            Assert.True(seen.Add(Signature(i)));
        }

        Assert.False(seen.Add(Signature(1)));
        Assert.True(seen.Add(Signature(0)));
    }
}
