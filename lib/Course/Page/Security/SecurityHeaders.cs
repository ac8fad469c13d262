namespace Course.Page.Security;

/// <summary>What a browser may do with the page: only what comes from this server, and nobody frames it.</summary>
internal static class SecurityHeaders
{
    // Monaco and plotly.js write style attributes and elements; a worker of Monaco's may start from a blob.
    private const string Policy = "default-src 'none'; script-src 'self'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; manifest-src 'none'; object-src 'none'";

    /// <summary>The middleware.</summary>
    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-cache"; // ask first: a server that was started again may be of another version
        return next(context);
    }
}
