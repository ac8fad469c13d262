using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookKernel.Wire;

/// <summary>A message as ZeroMQ carries it.
/// <code>
///   identities…, "&lt;IDS|MSG&gt;", signature, header, parent header, metadata, content, buffers…
/// </code>
/// </summary>
public static class MessageFrames
{
    private static readonly byte[] _delimiter = "<IDS|MSG>"u8.ToArray();

    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The frames of a message, signed.</summary>
    public static IReadOnlyList<byte[]> Encode(Message message, MessageSigner signer)
    {
        byte[][] parts = [.. new[] { message.Header, message.ParentHeader, message.Metadata, message.Content }
            .Select(part => Encoding.UTF8.GetBytes(part.ToJsonString(_json)))];
        return [.. message.Identities, _delimiter, signer.Sign(parts), .. parts, .. message.Buffers];
    }

    /// <summary>The message in frames that came in.</summary>
    /// <exception cref="FormatException">It is none, or its signature is wrong.</exception>
    public static Message Decode(IReadOnlyList<byte[]> frames, MessageSigner signer)
    {
        var at = frames.TakeWhile(frame => !frame.AsSpan().SequenceEqual(_delimiter)).Count();
        if (frames.Count < at + 6)
        {
            throw new FormatException($"{frames.Count} frames, with <IDS|MSG> at {at}: expected it and five more after it");
        }

        byte[][] parts = [.. frames.Skip(at + 2).Take(4)];
        if (!signer.Verify(parts, frames[at + 1]))
        {
            throw new FormatException("its signature is not that of the connection file's key");
        }

        return new Message([.. frames.Take(at)], Object(parts[0]), Object(parts[1]), Object(parts[2]), Object(parts[3]))
        {
            Buffers = [.. frames.Skip(at + 6)],
        };
    }

    private static JsonObject Object(byte[] json)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject ?? throw new FormatException("a part of it is no JSON object");
        }
        catch (JsonException e)
        {
            throw new FormatException($"a part of it is no JSON: {e.Message}");
        }
    }
}
