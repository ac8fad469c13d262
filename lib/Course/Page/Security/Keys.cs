using System.Security.Cryptography;
using System.Text;

namespace Course.Page.Security;

/// <summary>
/// What opens the page: a token, in the address that is printed, as long as the server runs; and a ticket, in the
/// address that the browser is started with, once only, because other users of the machine can read a command line.
/// </summary>
internal sealed class Keys
{
    private readonly Lock _lock = new();
    private string? _ticket;

    /// <summary>The token: 256 random bits.</summary>
    public string Token { get; } = Random();

    /// <summary>A new ticket; an earlier one is worth nothing from now on.</summary>
    public string NewTicket()
    {
        lock (_lock)
        {
            return _ticket = Random();
        }
    }

    /// <summary>Whether that opens the page; a ticket is used up by asking.</summary>
    public bool Open(string? key)
    {
        lock (_lock)
        {
            if (Same(key, _ticket))
            {
                _ticket = null;
                return true;
            }
        }

        return IsToken(key);
    }

    /// <summary>Whether that is the token.</summary>
    public bool IsToken(string? key) => Same(key, Token);

    // In a time that says nothing about how much of it is right.
    private static bool Same(string? key, string? expected) =>
        key is not null && expected is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(expected));

    private static string Random() => RandomNumberGenerator.GetHexString(64, lowercase: true);
}
