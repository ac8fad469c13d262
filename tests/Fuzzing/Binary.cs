using System.Buffers.Binary;
using System.Text;
using NotebookKernel.Wire;
using SequenceModels.Saving;

namespace Fuzzing;

/// <summary>Readers of JSON that stands among bytes. What they refuse, they say.</summary>
internal static class Binary
{
    private static readonly MessageSigner _signer = new("key");

    /// <summary>Lines as the parts of a Jupyter message, rightly signed: a neighbor without the key does not get as far.</summary>
    public static void ReadFrames(string lines)
    {
        byte[][] parts = [.. lines.Split('\n').Concat(["{}", "{}", "{}", "{}"]).Take(4).Select(Encoding.UTF8.GetBytes)];
        try
        {
            MessageFrames.Decode([.. new[] { "<IDS|MSG>"u8.ToArray(), _signer.Sign(parts) }, .. parts], _signer);
        }
        catch (FormatException)
        {
            // what is no message is told
        }
    }

    /// <summary>A text as the header of a safetensors file with a few numbers.</summary>
    public static void ReadSafetensors(string header)
    {
        var text = Encoding.UTF8.GetBytes(header);
        var length = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)text.Length);
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, [.. length, .. text, .. new byte[32]]);
            Safetensors.Read(path);
        }
        catch (SafetensorsFormatException)
        {
            // what is no such file is told
        }
        finally
        {
            File.Delete(path);
        }
    }
}
