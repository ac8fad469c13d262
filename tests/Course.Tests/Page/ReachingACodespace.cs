using System.Net;
using System.Text.RegularExpressions;

namespace Course.Tests.Page;

/// <summary>In a codespace the browser comes by an address of its own, which only the environment tells.</summary>
public sealed partial class ReachingACodespace : IAsyncLifetime
{
    private readonly CourseFolder _folder = new("fine.ipynb");
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private Server _server = null!;
    private string _port = "";

    public async ValueTask InitializeAsync()
    {
        _server = await Server.StartAsync(
            _folder.Path, [("CODESPACES", "true"), ("CODESPACE_NAME", "blue-lamp"), ("GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN", "app.github.dev")], "fine.ipynb");
        _port = ForwardedPort().Match(_server.Address.Host).Groups[1].Value;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void The_address_is_the_one_that_forwards_the_port() =>
        Assert.Equal($"https://blue-lamp-{_port}.app.github.dev/fine.ipynb", _server.Address.GetLeftPart(UriPartial.Path));

    [Theory]
    [InlineData("blue-lamp-PORT.app.github.dev", HttpStatusCode.SeeOther)]
    [InlineData("localhost:PORT", HttpStatusCode.SeeOther)]
    [InlineData("blue-lamp-1.app.github.dev", HttpStatusCode.Forbidden)]
    [InlineData("other-PORT.app.github.dev", HttpStatusCode.Forbidden)]
    [InlineData("blue-lamp-PORT.app.github.dev.example.org", HttpStatusCode.Forbidden)]
    public async Task A_host_is_this_codespace_or_this_machine(string host, HttpStatusCode expected)
    {
        using var answer = await SendAsync(HttpMethod.Get, _server.Address.PathAndQuery, ("Host", host));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://blue-lamp-PORT.app.github.dev", HttpStatusCode.OK)]
    [InlineData("http://blue-lamp-PORT.app.github.dev", HttpStatusCode.Forbidden)]
    [InlineData("https://other-PORT.app.github.dev", HttpStatusCode.Forbidden)]
    public async Task An_origin_is_the_page_itself(string origin, HttpStatusCode expected)
    {
        using var entered = await SendAsync(HttpMethod.Get, _server.Address.PathAndQuery);
        var room = entered.Headers.Location!.OriginalString[..^"/fine.ipynb".Length];
        using var answer = await SendAsync(
            HttpMethod.Post, $"{room}/_blazor/negotiate?negotiateVersion=1", ("Cookie", entered.Headers.GetValues("Set-Cookie").Single().Split(';')[0]), ("Origin", origin));

        Assert.Equal(expected, answer.StatusCode);
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri($"http://127.0.0.1:{_port}{path}"));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value.Replace("PORT", _port, StringComparison.Ordinal));
        }

        return _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"-(\d+)\.app\.github\.dev$")]
    private static partial Regex ForwardedPort();
}
