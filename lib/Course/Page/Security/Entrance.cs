namespace Course.Page.Security;

/// <summary>Gives a browser that may come in its cookie, and sends it on to where all is served.</summary>
internal sealed class Entrance(Keys keys, Hosts hosts)
{
    /// <summary>Gives the cookie.</summary>
    public void Open(HttpContext context) => context.Response.Cookies.Append(keys.Cookie, keys.Session, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = hosts.Address(context.Connection.LocalPort).Scheme == "https",
        Path = keys.Room,
    });

    /// <summary>Gives the cookie, and goes on without token or ticket, so that neither is in a history.</summary>
    public Task GoAsync(HttpContext context, PathString to)
    {
        Open(context);
        var address = keys.Room + to.ToUriComponent();

        // After a click on another site's link (the terminal of a VS Code in the browser), or from a file, a redirect would
        // come without the strict cookie, but not when our own page goes on.
        if (context.Request.Headers["Sec-Fetch-Site"] == "cross-site")
        {
            context.Response.Headers["Refresh"] = $"0; url={address}";
            return context.Response.WriteAsync("The course opens.");
        }

        context.Response.StatusCode = StatusCodes.Status303SeeOther; // a ticket's POST becomes a GET
        context.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
