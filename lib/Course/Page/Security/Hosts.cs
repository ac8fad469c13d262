namespace Course.Page.Security;

/// <summary>
/// The names under which this machine's own browser reaches the page. Any other name is a foreign page's that points at
/// this machine (DNS rebinding), or a proxy that nobody asked for.
/// </summary>
/// <param name="forwarding">The environment: in Codespaces it names the host that forwards a port.</param>
internal sealed class Hosts(Func<string, string?> forwarding)
{
    private readonly string? _codespace = forwarding("CODESPACES") == "true" ? forwarding("CODESPACE_NAME") : null;
    private readonly string _domain = forwarding("GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN") ?? "app.github.dev";

    /// <summary>The address to open: where the port is forwarded to, or this machine.</summary>
    public Uri Address(int port) => Forwarded(port) is { } host ? new($"https://{host}") : new($"http://127.0.0.1:{port}");

    /// <summary>Whether a request's Host header may be that.</summary>
    public bool IsHost(string? host, int port) => host is not null && (Local(port).Contains(host) || host == Forwarded(port));

    /// <summary>Whether a request's Origin header may be that.</summary>
    public bool IsOrigin(string? origin, int port) => origin is not null
        && (Local(port).Any(host => origin == $"http://{host}") || (Forwarded(port) is { } f && origin == $"https://{f}"));

    private static string[] Local(int port) => [$"127.0.0.1:{port}", $"localhost:{port}"];

    private string? Forwarded(int port) => _codespace is null ? null : $"{_codespace}-{port}.{_domain}";
}
