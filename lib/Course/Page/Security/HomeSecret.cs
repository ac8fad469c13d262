using System.Security.Cryptography;
using System.Text;
using Course.Store;

namespace Course.Page.Security;

/// <summary>
/// 256 random bits in this user's data. Every server of this user has them, so that a page knows its own from another
/// user's, and finds again what it had left in the browser.
/// </summary>
internal sealed class HomeSecret
{
    private const int Length = 64; // hexadecimal digits
    private readonly byte[] _secret;

    /// <summary>Reads it from a folder, or makes it.</summary>
    public HomeSecret(string folder)
    {
        var path = Path.Combine(folder, "secret");
        var secret = RandomNumberGenerator.GetHexString(Length, lowercase: true);
        try
        {
            if (File.Exists(path) && File.ReadAllText(path) is { Length: Length } known)
            {
                secret = known;
            }
            else
            {
                PrivateFile.WriteText(path, secret);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It lasts as long as this server: old tabs will not come back by themselves.
        }

        _secret = Convert.FromHexString(secret);
    }

    /// <summary>A secret for one purpose, which says nothing about the others.</summary>
    public string For(params string[] purpose) => Sign(_secret, purpose);

    /// <summary>What only a holder of a secret can say of these words.</summary>
    public static string Sign(byte[] secret, params string[] words) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(string.Join('\n', words))));
}
