namespace Course.Page.Security;

/// <summary>
/// Lets nobody in but the browser that was given the address: whoever reaches the page runs code on this machine.
/// It stands before everything else, the websocket too.
/// </summary>
internal sealed class Guard(Keys keys, Hosts hosts)
{
    private const string Parameter = "token";

    /// <summary>The middleware.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var port = context.Connection.LocalPort;
        var cookie = $"course-{port}"; // browsers share cookies between ports: two servers must not lock each other out
        if (!hosts.IsHost(request.Host.Value, port))
        {
            return Refuse(context, "This page answers only to 127.0.0.1 and localhost: open the address that `open` printed.");
        }

        if ((!IsRead(request.Method) || context.WebSockets.IsWebSocketRequest || request.Headers.Upgrade.Count > 0)
            && !hosts.IsOrigin(request.Headers.Origin, port))
        {
            return Refuse(context, "Another page tried to use the course, and may not.");
        }

        if (request.Query.TryGetValue(Parameter, out var given) && HttpMethods.IsGet(request.Method) && keys.Open(given))
        {
            context.Response.Cookies.Append(cookie, keys.Token, new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = hosts.Address(port).Scheme == "https",
                Path = "/",
            });
            return Redirect(context);
        }

        return keys.IsToken(request.Cookies[cookie])
            ? next(context)
            : Refuse(context, "The key is missing: open the whole address that `open` printed, with its token. "
                + "If the server was started again, its new address is in the terminal.");
    }

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    // Without the token, so that it is in no history. A click on another site's link (the terminal of a VS Code in the
    // browser) would lose the strict cookie on a redirect, but not when our own page goes on.
    private static Task Redirect(HttpContext context)
    {
        var to = context.Request.Path.ToUriComponent();
        to = to.StartsWith("//", StringComparison.Ordinal) ? "/" : to; // that would be another host
        if (context.Request.Headers["Sec-Fetch-Site"] == "cross-site")
        {
            context.Response.Headers["Refresh"] = $"0; url={to}";
            return context.Response.WriteAsync("The course opens.");
        }

        context.Response.Redirect(to);
        return Task.CompletedTask;
    }

    private static Task Refuse(HttpContext context, string why)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(why + "\n");
    }
}
