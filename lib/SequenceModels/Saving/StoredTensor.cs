using System.Buffers.Binary;
using System.Text.Json;

namespace SequenceModels.Saving;

/// <summary>A tensor's entry in the header, and its numbers at the bytes from Begin to before End of the data.
/// <code>
///   "name": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}
/// </code>
/// </summary>
internal sealed record StoredTensor(string Name, NumberFormat Format, Shape Shape, long Begin, long End)
{
    public static StoredTensor Float32(string name, Shape shape, long begin) =>
        new(name, NumberFormat.Float32, shape, begin, begin + (long)shape.Size * NumberFormat.Float32.Bytes);

    public void WriteEntry(Utf8JsonWriter json)
    {
        json.WriteStartObject(Name);
        json.WriteString("dtype", Format.Name);
        WriteNumbers("shape", [.. Shape.ToArray()]);
        WriteNumbers("data_offsets", Begin, End);
        json.WriteEndObject();

        void WriteNumbers(string field, params long[] numbers)
        {
            json.WriteStartArray(field);
            Array.ForEach(numbers, json.WriteNumberValue);
            json.WriteEndArray();
        }
    }

    /// <exception cref="FormatException">The entry contradicts itself; the message does not name it.</exception>
    public static StoredTensor ReadEntry(string name, JsonElement entry)
    {
        Require(entry.ValueKind == JsonValueKind.Object, "it is no object with dtype, shape and data_offsets");
        var dtype = Field("dtype", JsonValueKind.String).GetString()!;
        var (format, lengths) = (NumberFormat.Named(dtype), Numbers("shape"));
        var size = lengths.Aggregate(1.0, (product, length) => product * length);
        Require(size >= 1 && size <= Array.MaxLength,
            $"shape is ({string.Join(", ", lengths)}), expected lengths of at least 1 and {Array.MaxLength:N0} numbers at most");

        var offsets = Numbers("data_offsets");
        Require(offsets.Length == 2 && offsets[0] <= offsets[1],
            $"data_offsets are [{string.Join(", ", offsets)}], expected where its data begins and ends");
        var tensor = new StoredTensor(
            name, format, Array.ConvertAll(lengths, length => (int)length), offsets[0], offsets[1]);
        var (bytes, expected) = (tensor.End - tensor.Begin, (long)size * format.Bytes);
        Require(bytes == expected,
            $"data_offsets give it {bytes} bytes, but {tensor.Shape} numbers of {dtype} are {expected}");
        return tensor;

        JsonElement Field(string field, JsonValueKind kind)
        {
            Require(entry.TryGetProperty(field, out var value), $"{field} is missing");
            Require(value.ValueKind == kind, $"{field} is a JSON {value.ValueKind}, expected {kind}");
            return value;
        }

        long[] Numbers(string field) =>
            [.. Field(field, JsonValueKind.Array).EnumerateArray().Select(number => Number(field, number))];
    }

    public void WriteNumbers(Tensor tensor, Span<byte> data)
    {
        for (var i = 0; i < Shape.Size; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(data[((int)Begin + i * Format.Bytes)..], tensor.Values[i]);
        }
    }

    public Tensor ReadNumbers(ReadOnlySpan<byte> data)
    {
        var tensor = Tensor.Zeros(Shape);
        for (var i = 0; i < Shape.Size; i++)
        {
            tensor.Values[i] = Format.Read(data[((int)Begin + i * Format.Bytes)..]);
        }

        return tensor;
    }

    private static long Number(string field, JsonElement number)
    {
        var whole = 0L;
        Require(number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out whole) && whole >= 0,
            $"{field} holds {number.GetRawText()}, expected whole numbers from 0");
        return whole;
    }

    private static void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new FormatException(problem);
        }
    }
}
