using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using NotebookPage.Rendering;

namespace Course.Page.Hosting;

/// <summary>Serves what has a frame of its own on the page.</summary>
internal sealed class Frames
{
    private const string Policy = $"sandbox allow-scripts; {FramedHtml.Policy}; frame-ancestors 'self'";

    private readonly ConcurrentDictionary<string, string> _html = [];

    /// <summary>The address of a frame with that html.</summary>
    public string Add(string html)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)).AsSpan(0, 16));
        _html.TryAdd(key, html);
        return $"./frame/{key}";
    }

    /// <summary>Serves them.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/frame/{key}", (string key, HttpContext context) =>
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        return _html.TryGetValue(key, out var html) ? Results.Content(FramedHtml.Document(html), "text/html; charset=utf-8") : Results.NotFound();
    });
}
