using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Course.Rendering;
using Microsoft.AspNetCore.Builder;

namespace Course.Page.Hosting;

/// <summary>
/// Trusted html that is more than the page may hold (scripts, styles, forms) gets a frame of its own, whose origin is
/// nobody's: it can draw what it likes, and reach neither the page around it nor the server.
/// </summary>
public sealed class Frames
{
    private const string Policy = "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; "
        + "style-src 'unsafe-inline'; img-src data: blob:; font-src data:; frame-ancestors 'self'";

    // The frame says how high it is.
    private const string Measure = "<script>new ResizeObserver(() => parent.postMessage({ height: document.documentElement.offsetHeight }, '*'))"
        + ".observe(document.documentElement)</script>";

    private static readonly string _style = Assets.Read("notebook.css");
    private static readonly ConditionalWeakTable<JsonObject, Tuple<string?>> _unsafe = [];
    private readonly ConcurrentDictionary<string, string> _html = [];

    /// <summary>The html of an output that needs a frame; null if it needs none. Looked at once.</summary>
    public static string? Html(JsonObject output) =>
        _unsafe.GetValue(output, static output => Tuple.Create(OutputHtml.Unsafe(output))).Item1;

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
        return _html.TryGetValue(key, out var html)
            ? Results.Content($"<!doctype html><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light dark\">"
                + $"<style>{_style} body {{ margin: 0; }}</style><body><div class=\"output html\">{html}</div>{Measure}", "text/html; charset=utf-8")
            : Results.NotFound();
    });
}
