using Course.Page.Hosting;

namespace Course.Page.Security;

/// <summary>
/// Lets nobody in but the browser that was given the address: whoever reaches the page runs code on this machine.
/// It stands before everything else, the websocket too.
/// </summary>
internal sealed class Guard(Keys keys, Hosts hosts, Entrance entrance)
{
    private const string Token = "token", Ticket = "ticket";
    private const int LongestForm = 1000; // bytes; a ticket's has a hundred

    /// <summary>The middleware.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var port = context.Connection.LocalPort;
        if (request.Path.StartsWithSegments(keys.Room, out var below))
        {
            (request.PathBase, request.Path) = (keys.Room, below);
        }

        if (!hosts.IsHost(request.Host.Value, port))
        {
            await Refuse(context, "This page answers only to 127.0.0.1 and localhost: open the address that `open` printed.");
        }
        else if (IsForm(request) && request.Path.StartsWithSegments(StartPage.Path, out var to))
        {
            await TakeAsync(context, to); // from a file, which has no origin
        }
        else if ((!IsRead(request.Method) || context.WebSockets.IsWebSocketRequest || request.Headers.Upgrade.Count > 0)
            && !hosts.IsOrigin(request.Headers.Origin, port))
        {
            await Refuse(context, "Another page tried to use the course, and may not.");
        }
        else if (request.Query.TryGetValue(Token, out var given) && HttpMethods.IsGet(request.Method) && keys.IsToken(given))
        {
            await entrance.GoAsync(context, request.Path);
        }
        else if (SameServer.IsAsked(request) || (request.PathBase == keys.Room && keys.IsSession(request.Cookies[keys.Cookie])))
        {
            await next(context);
        }
        else
        {
            await Refuse(context, "The key is missing: open the whole address that `open` printed, with its token. "
                + "If the server was started again, its new address is in the terminal.");
        }
    }

    private async Task TakeAsync(HttpContext context, PathString to)
    {
        var form = await context.Request.ReadFormAsync();
        if (keys.TakeTicket(form[Ticket]))
        {
            await entrance.GoAsync(context, to);
        }
        else
        {
            await Refuse(context, keys.IsUsed(form[Ticket])
                ? "Somebody has come in with this ticket already. If that was not you, end `open` with Ctrl+C, since another user of this "
                    + "machine may be at your notebooks. If it was, open the address that `open` printed."
                : "This ticket is none: open the address that `open` printed.");
        }
    }

    private static bool IsForm(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && !request.PathBase.HasValue && request is { HasFormContentType: true, ContentLength: <= LongestForm };

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    private static Task Refuse(HttpContext context, string why)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(why + "\n");
    }
}
