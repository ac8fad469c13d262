using System.Security.Cryptography;
using System.Text;

namespace Course.Page.Security;

/// <summary>
/// What opens the page: a token, in the address that is printed, as long as the server runs; and a ticket, in the file
/// that the browser is started with, once only. A browser that is in has a cookie, which is neither.
/// </summary>
internal sealed class Keys
{
    private readonly Lock _lock = new();
    private string? _ticket, _used;
    private Action? _whenUsed;

    /// <summary>The token: 256 random bits.</summary>
    public string Token { get; } = Random(32);

    /// <summary>The cookie's value.</summary>
    public string Session { get; } = Random(32);

    /// <summary>
    /// The path below which all is served, of a name that nobody can foretell. Browsers send a host's cookies to each of its
    /// ports, those of other users too, but only along the path that the cookie is for.
    /// </summary>
    public string Room { get; } = $"/{Random(8)}";

    /// <summary>The cookie's name.</summary>
    public string Cookie => $"course-{Room[1..]}";

    /// <summary>A new ticket; an earlier one is worth nothing from now on.</summary>
    public string NewTicket(Action whenUsed)
    {
        lock (_lock)
        {
            (_whenUsed, _ticket) = (whenUsed, Random(32));
            return _ticket;
        }
    }

    /// <summary>Whether that is the ticket; asking uses it up.</summary>
    public bool TakeTicket(string? key)
    {
        lock (_lock)
        {
            if (!Same(key, _ticket))
            {
                return false;
            }

            (_used, _ticket) = (_ticket, null);
        }

        _whenUsed?.Invoke();
        return true;
    }

    /// <summary>Whether that ticket was good, and somebody has come with it already.</summary>
    public bool IsUsed(string? key)
    {
        lock (_lock)
        {
            return Same(key, _used);
        }
    }

    /// <summary>Whether that is the token.</summary>
    public bool IsToken(string? key) => Same(key, Token);

    /// <summary>Whether that is the cookie's value.</summary>
    public bool IsSession(string? key) => Same(key, Session);

    /// <summary>Compares in a time that says nothing about how much of it is right.</summary>
    internal static bool Same(string? key, string? expected) =>
        key is not null && expected is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(expected));

    private static string Random(int bytes) => RandomNumberGenerator.GetHexString(2 * bytes, lowercase: true);
}
