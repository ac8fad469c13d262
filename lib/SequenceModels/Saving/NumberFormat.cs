using static System.BitConverter;
using static System.Buffers.Binary.BinaryPrimitives;

namespace SequenceModels.Saving;

/// <summary>How a file stores a number (safetensors' dtype), little-endian: tensors are written as F32, and the others
/// are rounded to it as they are read.</summary>
internal sealed record NumberFormat(string Name, int Bytes, NumberFormat.Reader Read)
{
    public delegate float Reader(ReadOnlySpan<byte> bytes);

    public static readonly NumberFormat Float32 = new("F32", 4, ReadSingleLittleEndian);

    private static readonly NumberFormat[] _known =
    [
        Float32,
        new("F64", 8, bytes => (float)ReadDoubleLittleEndian(bytes)),
        new("F16", 2, bytes => (float)ReadHalfLittleEndian(bytes)),
        new("BF16", 2, bytes => UInt32BitsToSingle((uint)ReadUInt16LittleEndian(bytes) << 16)), // the upper half of an F32
        new("I64", 8, bytes => ReadInt64LittleEndian(bytes)),
        new("I32", 4, bytes => ReadInt32LittleEndian(bytes)),
    ];

    public static NumberFormat Named(string name) => Array.Find(_known, format => format.Name == name)
        ?? throw new FormatException(
            $"dtype is {name}, expected one of {string.Join(", ", _known.Select(format => format.Name))}");
}
