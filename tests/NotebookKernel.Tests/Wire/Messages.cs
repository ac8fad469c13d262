using System.Text;
using System.Text.Json.Nodes;
using NotebookKernel.Wire;

namespace NotebookKernel.Tests.Wire;

public sealed class Messages
{
    private static readonly MessageSigner _signer = new("a secret");

    private static Message Sample => Message.Create("execute_request", new JsonObject { ["code"] = "\"ü 😀\"" }, "s", identities: ["who"u8.ToArray()]);

    [Fact]
    public void What_is_encoded_is_decoded()
    {
        var message = Sample with { Buffers = [[0, 255]] };

        var back = MessageFrames.Decode(MessageFrames.Encode(message, _signer), _signer);

        Assert.Equal("execute_request", back.Type);
        Assert.Equal("\"ü 😀\"", (string?)back.Content["code"]);
        Assert.Equal("who", Encoding.UTF8.GetString(Assert.Single(back.Identities)));
        Assert.Equal([0, 255], Assert.Single(back.Buffers));
        Assert.Equal("5.4", (string?)back.Header["version"]);
    }

    [Fact]
    public void A_signature_is_the_HMAC_of_the_four_frames() => Assert.Equal( // as Python's hmac gives it
        "38bd2f8467b468f26904fa9b9770eb77f3e1aee78937e005d57de76cfbb979b4", Encoding.ASCII.GetString(_signer.Sign(Enumerable.Repeat("{}"u8.ToArray(), 4))));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_message_that_was_tampered_with_is_refused(int frame)
    {
        var frames = MessageFrames.Encode(Sample, _signer).ToArray();
        frames[frame] = [.. frames[frame]];
        frames[frame][^1] ^= 1;

        Assert.Contains("signature", Assert.Throws<FormatException>(() => MessageFrames.Decode(frames, _signer)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"code":"a\ud83d"}""")]
    [InlineData("""{"\ud83d":1,"code":"a\udc00"}""")]
    public void Half_a_character_that_a_front_end_cut_is_read_as_the_sign_for_that(string content)
    {
        byte[][] parts = [.. new[] { """{"msg_id":"1","msg_type":"execute_request"}""", "{}", "{}", content }.Select(Encoding.UTF8.GetBytes)];

        var message = MessageFrames.Decode([.. new[] { "<IDS|MSG>"u8.ToArray(), _signer.Sign(parts) }, .. parts], _signer);

        Assert.Equal("a\ufffd", (string?)message.Content["code"]);
    }

    [Fact]
    public void Without_a_key_nothing_is_signed_and_a_signature_is_refused_with_one()
    {
        var open = new MessageSigner("");
        var frames = MessageFrames.Encode(Sample, open);

        Assert.Empty(frames[2]);
        Assert.Equal("execute_request", MessageFrames.Decode(frames, open).Type);
        Assert.Throws<FormatException>(() => MessageFrames.Decode(frames, _signer));
    }

    [Theory]
    [InlineData]
    [InlineData("")]
    [InlineData("<IDS|MSG>", "")]
    [InlineData("a", "<IDS|MSG>", "", "{}", "{}", "{}")]
    [InlineData("<IDS|MSG>", "", "[]", "{}", "{}", "{}")]
    [InlineData("<IDS|MSG>", "", "{", "{}", "{}", "{}")]
    public void Frames_that_are_no_message_are_refused(params string[] frames) => Assert.Throws<FormatException>(
        () => MessageFrames.Decode([.. frames.Select(Encoding.UTF8.GetBytes)], new MessageSigner("")));
}
