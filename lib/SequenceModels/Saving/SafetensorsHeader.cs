using System.Buffers.Binary;
using System.Text.Json;

namespace SequenceModels.Saving;

/// <summary>What stands before the data: 8 bytes with the length of the JSON, the JSON, and spaces up to a multiple of
/// 8.
/// <code>
///   {"__metadata__": {"key": "value"}, "name": {…}, "another name": {…}}
/// </code>
/// </summary>
internal sealed record SafetensorsHeader(
    IReadOnlyList<StoredTensor> Tensors, IReadOnlyDictionary<string, string> Metadata)
{
    public const string MetadataName = "__metadata__";
    private const int LengthBytes = 8, Alignment = 8, Limit = 100_000_000; // the limit of the format's own reader

    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false };

    public byte[] Encode()
    {
        using var buffer = new MemoryStream();
        buffer.Write(new byte[LengthBytes]);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteMetadata(json);
            foreach (var tensor in Tensors)
            {
                tensor.WriteEntry(json);
            }

            json.WriteEndObject();
        }

        while (buffer.Length % Alignment != 0)
        {
            buffer.WriteByte((byte)' ');
        }

        var bytes = buffer.ToArray();
        BinaryPrimitives.WriteInt64LittleEndian(bytes, bytes.Length - LengthBytes);
        return bytes;
    }

    /// <summary>The header at the start of a file, and the data after it.</summary>
    /// <exception cref="FormatException">The header is no such JSON, or its tensors are not exactly what the data
    /// holds.</exception>
    public static (SafetensorsHeader Header, ReadOnlyMemory<byte> Data) Decode(ReadOnlyMemory<byte> file)
    {
        var rest = (ulong)Math.Max(0, file.Length - LengthBytes);
        var length = file.Length < LengthBytes
            ? throw new FormatException($"it has {file.Length} bytes, too few to say how long its header is")
            : BinaryPrimitives.ReadUInt64LittleEndian(file.Span);
        if (length > Math.Min(rest, Limit))
        {
            var limit = length > Limit ? $"{Limit:N0} is the limit" : $"{rest:N0} are there: was it cut off?";
            throw new FormatException($"its first 8 bytes announce a header of {length:N0} bytes, but {limit}");
        }

        var (text, data) = (file.Slice(LengthBytes, (int)length), file[(LengthBytes + (int)length)..]);
        try
        {
            using var json = JsonDocument.Parse(text, _strict);
            var header = Read(json.RootElement);
            header.RequireTiling(data.Length);
            return (header, data);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the latter: bytes that are no UTF-8
        {
            throw new FormatException($"its header is not the JSON it should be: {e.Message}", e);
        }
    }

    private void WriteMetadata(Utf8JsonWriter json)
    {
        if (Metadata.Count > 0)
        {
            json.WriteStartObject(MetadataName);
            foreach (var (key, value) in Metadata)
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
        }
    }

    private static SafetensorsHeader Read(JsonElement root)
    {
        var (tensors, metadata) = (new List<StoredTensor>(), new Dictionary<string, string>());
        foreach (var entry in root.EnumerateObject())
        {
            try
            {
                if (entry.Name != MetadataName)
                {
                    tensors.Add(StoredTensor.ReadEntry(entry.Name, entry.Value));
                    continue;
                }

                foreach (var pair in entry.Value.EnumerateObject())
                {
                    metadata.Add(pair.Name, pair.Value.GetString() ?? throw new FormatException($"{pair.Name} is null"));
                }
            }
            catch (FormatException e)
            {
                throw new FormatException($"in \"{entry.Name}\", {e.Message}", e);
            }
        }

        return new SafetensorsHeader(tensors, metadata);
    }

    // Each tensor begins where another ends, the first at 0, and the last ends with the data.
    private void RequireTiling(long dataLength)
    {
        var end = 0L;
        foreach (var tensor in Tensors.OrderBy(tensor => tensor.Begin))
        {
            var fault = tensor.Begin > end ? $"leaves a hole after byte {end}"
                : tensor.Begin < end ? $"overlaps what ends at byte {end}"
                : tensor.End > dataLength ? $"needs more than the {dataLength} there are: was the file cut off?"
                : null;
            end = fault is null ? tensor.End : throw new FormatException(
                $"\"{tensor.Name}\" with bytes {tensor.Begin} to {tensor.End} of the data {fault}");
        }

        if (end < dataLength)
        {
            throw new FormatException($"its tensors take {end} bytes of data, but {dataLength} are there");
        }
    }
}
