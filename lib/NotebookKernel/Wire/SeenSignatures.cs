using System.Buffers.Binary;

namespace NotebookKernel.Wire;

/// <summary>
/// The signatures of the latest messages. Every message has an id and a time of its own, so a signature that comes
/// again is a message that was recorded and sent again.
/// </summary>
public sealed class SeenSignatures
{
    /// <summary>As many as ipykernel remembers; whoever has no key can't make it forget one.</summary>
    public const int Most = 1 << 16;

    private readonly HashSet<UInt128> _seen = [];
    private readonly Queue<UInt128> _order = [];

    /// <summary>Remembers a signature that was verified; false if it is known.</summary>
    public bool Add(ReadOnlySpan<byte> signature)
    {
        if (signature.Length < 32)
        {
            return true; // nothing is signed
        }

        var start = BinaryPrimitives.ReadUInt128BigEndian(signature) ^ BinaryPrimitives.ReadUInt128LittleEndian(signature[16..]);
        if (!_seen.Add(start))
        {
            return false;
        }

        _order.Enqueue(start);
        if (_order.Count > Most)
        {
            _seen.Remove(_order.Dequeue());
        }

        return true;
    }
}
