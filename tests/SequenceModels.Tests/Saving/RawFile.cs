using System.Buffers.Binary;
using System.Text;

namespace SequenceModels.Tests.Saving;

/// <summary>A file put together by hand: length, header, data.</summary>
internal static class RawFile
{
    public static byte[] Of(string header, params byte[] data) => Of(Encoding.UTF8.GetBytes(header), data);

    public static byte[] Of(byte[] header, byte[] data)
    {
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        return [.. length, .. header, .. data];
    }
}
