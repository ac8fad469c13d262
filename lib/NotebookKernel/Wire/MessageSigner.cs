using System.Security.Cryptography;
using System.Text;

namespace NotebookKernel.Wire;

/// <summary>HMAC-SHA256 over header, parent header, metadata and content, in lower-case hexadecimal digits.</summary>
public sealed class MessageSigner(string key)
{
    /// <summary>The name in connection files.</summary>
    public const string Scheme = "hmac-sha256";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    /// <summary>The signature of the four frames; empty without a key.</summary>
    public byte[] Sign(IEnumerable<byte[]> frames)
    {
        if (_key.Length == 0)
        {
            return [];
        }

        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (var frame in frames)
        {
            hash.AppendData(frame);
        }

        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Whether the frames have that signature; takes as long whether or not.</summary>
    public bool Verify(IEnumerable<byte[]> frames, ReadOnlySpan<byte> signature) =>
        CryptographicOperations.FixedTimeEquals(Sign(frames), signature);
}
