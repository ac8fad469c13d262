using Microsoft.AspNetCore.Builder;

namespace Course.Page.Security;

/// <summary>
/// After a server's end whoever takes its port is asked in its place by the tabs that wait. So a tab takes none for its own
/// server that doesn't prove it, and sends neither cookie nor text before; then it proves in turn that it may come back.
/// <code>
///   tab ── nonce ──▶ server:  run, HMAC(key, server, host, nonce, run)
///   tab ── HMAC(key, page, host, run) ──▶ server:  cookie, room
/// </code>
/// </summary>
/// <param name="key">What the tab was told when it was drawn; the same for this user and folder, also for a later server.</param>
/// <param name="keys">What lets in.</param>
/// <param name="hosts">This server's own hosts: a proof for another port, where somebody might pass it on, is not given.</param>
/// <param name="entrance">Lets in.</param>
internal sealed class SameServer(string key, Keys keys, Hosts hosts, Entrance entrance)
{
    private const string Ask = "/alive", Return = "/return";
    private const int LongestNonce = 64;
    private readonly byte[] _key = Convert.FromHexString(key);

    /// <summary>What the tab is told.</summary>
    public string Key => key;

    /// <summary>This server's name: public, and new for each.</summary>
    public string Run { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Whether a tab asks that may have no cookie for this server.</summary>
    public static bool IsAsked(HttpRequest request) => !request.PathBase.HasValue && request.Path.Value is Ask or Return;

    /// <summary>Answers the tabs that wait.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Ask, (string host, string nonce, HttpContext context) =>
            !hosts.IsHost(host, context.Connection.LocalPort) || nonce.Length > LongestNonce ? Results.BadRequest()
            : Results.Json(new { run = Run, proof = HomeSecret.Sign(_key, "server", host, nonce, Run) }));
        routes.MapPost(Return, (string host, string proof, HttpContext context) =>
        {
            if (!hosts.IsHost(host, context.Connection.LocalPort) || !Keys.Same(proof, HomeSecret.Sign(_key, "page", host, Run)))
            {
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            }

            entrance.Open(context);
            return Results.Text(keys.Room);
        });
    }
}
