using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Course.Rendering;
using Microsoft.AspNetCore.Builder;

namespace Course.Page.Hosting;

/// <summary>
/// Trusted html with scripts runs in a frame of its own, whose origin is nobody's: it can draw what it likes, and reach
/// neither the page around it nor the server.
/// </summary>
public sealed partial class Frames
{
    private const string Policy = "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; "
        + "style-src 'unsafe-inline'; img-src data: blob:; font-src data:; frame-ancestors 'self'";

    // The frame says how high it is.
    private const string Measure = "<script>new ResizeObserver(() => parent.postMessage({ height: document.documentElement.offsetHeight }, '*'))"
        + ".observe(document.documentElement)</script>";

    private static readonly ConditionalWeakTable<JsonObject, object> _needs = [];
    private readonly ConcurrentDictionary<string, string> _html = [];

    /// <summary>Whether html has anything that wants to run.</summary>
    public static bool Needs(string html) => Running().IsMatch(html) && !html.Contains("class=\"plotly-chart\"", StringComparison.Ordinal);

    /// <summary>Whether an output has; looked at once.</summary>
    public static bool Needs(JsonObject output) =>
        (bool)_needs.GetValue(output, static output => Needs(OutputHtml.Render(output, trusted: true)));

    /// <summary>The address of a frame with that html.</summary>
    public string Add(string html)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)).AsSpan(0, 16));
        _html.TryAdd(key, html);
        return $"/frame/{key}";
    }

    /// <summary>Serves them.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/frame/{key}", (string key, HttpContext context) =>
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        return _html.TryGetValue(key, out var html)
            ? Results.Content($"<!doctype html><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light dark\">"
                + $"<body style=\"margin: 0; font: 15px sans-serif\">{html}{Measure}", "text/html; charset=utf-8")
            : Results.NotFound();
    });

    [GeneratedRegex(@"<script\b|<iframe\b|\son[a-z]+\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex Running();
}
