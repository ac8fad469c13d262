using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using NotebookSession.Documents;

namespace NotebookKernel.Wire;

/// <summary>A message as ZeroMQ carries it.
/// <code>
///   identities…, "&lt;IDS|MSG&gt;", signature, header, parent header, metadata, content, buffers…
/// </code>
/// </summary>
public static class MessageFrames
{
    private static readonly byte[] _delimiter = "<IDS|MSG>"u8.ToArray();

    private static readonly JsonWriterOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false };

    /// <summary>The frames of a message, signed.</summary>
    public static IReadOnlyList<byte[]> Encode(Message message, MessageSigner signer)
    {
        byte[][] parts = [.. new[] { message.Header, message.ParentHeader, message.Metadata, message.Content }
            .Select(Bytes)];
        return [.. message.Identities, _delimiter, signer.Sign(parts), .. parts, .. message.Buffers];
    }

    /// <summary>The message in frames that came in.</summary>
    /// <param name="frames">The frames.</param>
    /// <param name="signer">The key.</param>
    /// <param name="seen">The messages before it, so that none is obeyed twice.</param>
    /// <exception cref="FormatException">The frames are no message, the signature is wrong, or the message is a repeat.</exception>
    public static Message Decode(IReadOnlyList<byte[]> frames, MessageSigner signer, SeenSignatures? seen = null)
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

        if (seen?.Add(frames[at + 1]) == false)
        {
            throw new FormatException("it has arrived before: someone may have recorded it and sent it again");
        }

        var header = Object(parts[0]);
        if (header["msg_type"]?.GetValueKind() != JsonValueKind.String || header["msg_id"]?.GetValueKind() != JsonValueKind.String)
        {
            throw new FormatException("its header has no msg_type and msg_id that are strings");
        }

        return new Message([.. frames.Take(at)], header, Object(parts[1]), Object(parts[2]), Object(parts[3]))
        {
            Buffers = [.. frames.Skip(at + 6)],
        };
    }

    private static byte[] Bytes(JsonObject part)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, _json))
        {
            part.WriteTo(writer);
        }

        return bytes.ToArray();
    }

    private static JsonObject Object(byte[] json)
    {
        try
        {
            // Duplicate names and invalid UTF-8 would otherwise go unnoticed until they are read.
            return (Utf8.IsValid(json) ? JsonNode.Parse(HalfPairs.Mend(Encoding.UTF8.GetString(json)), documentOptions: _strict) : null) as JsonObject ?? throw new FormatException("a part of it is no JSON object in UTF-8");
        }
        catch (JsonException e)
        {
            throw new FormatException($"a part of it is no JSON: {e.Message}");
        }
    }
}
