using System.Net;
using System.Net.WebSockets;

namespace Course.Tests.Page;

/// <summary>Whoever reaches the page runs code on this machine: only the browser that was given the address may.</summary>
public sealed class KeepingOthersOut : IAsyncLifetime
{
    private readonly CourseFolder _folder = new("fine.ipynb");
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private Server _server = null!;
    private string _cookie = "", _room = "";

    public async ValueTask InitializeAsync()
    {
        _server = await Server.StartAsync(_folder.Path, "fine.ipynb");
        using var entered = await GetAsync(_server.Address.PathAndQuery);
        _cookie = entered.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        _room = entered.Headers.Location!.OriginalString[..^"/fine.ipynb".Length];
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_token_becomes_a_cookie_that_no_script_and_no_other_page_can_use()
    {
        using var entered = await GetAsync(_server.Address.PathAndQuery);

        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        var cookie = entered.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("; samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain(_server.Address.Query["?token=".Length..], cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync($"{_room}/fine.ipynb", ("Cookie", _cookie))).StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_for_a_path_that_nobody_can_foretell_so_that_no_other_port_gets_it()
    {
        using var entered = await GetAsync(_server.Address.PathAndQuery);

        Assert.Contains($"; path={_room};", entered.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        Assert.Matches("^/[0-9a-f]{16}$", _room);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync("/fine.ipynb", ("Cookie", _cookie))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync($"{_room}/fine.ipynb")).StatusCode);
        await using var other = await Server.StartAsync(_folder.Path, "fine.ipynb");
        using var elsewhere = await _client.GetAsync(new Uri(other.Address, $"{_room}/fine.ipynb"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, elsewhere.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/fine.ipynb")]
    [InlineData("/assets/page.css")]
    [InlineData("/assets/plotly.js")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/monaco/vs/loader.js")]
    [InlineData("/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("/enter/fine.ipynb")]
    [InlineData("/?token=0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task Nothing_is_given_without_the_token(string path)
    {
        using var answer = await GetAsync(path, ("Cookie", "course=1"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.StartsWith("The key is missing", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("example.org")]
    [InlineData("127.0.0.1.example.org")]
    [InlineData("127.0.0.1:1")]
    [InlineData("[::1]")]
    public async Task Another_host_is_refused_though_the_cookie_is_right(string host)
    {
        using var answer = await GetAsync($"{_room}/fine.ipynb", ("Cookie", _cookie), ("Host", host));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("https://example.org")]
    [InlineData("http://127.0.0.1:1")]
    public async Task A_post_from_another_origin_is_refused_though_the_cookie_is_right(string? origin)
    {
        using var answer = await SendAsync(HttpMethod.Post, $"{_room}/_blazor/negotiate?negotiateVersion=1", [("Cookie", _cookie), ("Origin", origin)]);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://example.org", true)]
    [InlineData(null, true)]
    [InlineData("own", false)]
    public async Task A_websocket_from_another_origin_or_without_the_cookie_is_refused(string? origin, bool cookie)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin == "own" ? Own : origin);
        socket.Options.SetRequestHeader("Cookie", cookie ? _cookie : null);
        socket.Options.CollectHttpResponseDetails = true;

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(
            new Uri($"ws://127.0.0.1:{_server.Address.Port}{_room}/_blazor"), TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Fact]
    public async Task The_page_itself_gets_its_websocket()
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", Own);
        socket.Options.SetRequestHeader("Cookie", _cookie);

        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{_server.Address.Port}{_room}/_blazor"), TestContext.Current.CancellationToken);

        Assert.Equal(WebSocketState.Open, socket.State);
    }

    [Theory]
    [InlineData("/../fine.ipynb.txt")]
    [InlineData("/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/assets/..%2f..%2fCourse.dll")]
    [InlineData("/monaco/..%2f..%2fCourse.dll")]
    [InlineData("/frame/..%2f..%2fCourse.dll")]
    public async Task A_name_that_leaves_the_folder_leads_to_no_file(string path)
    {
        using var answer = await GetAsync(_room + path, ("Cookie", _cookie));

        // A page that knows no such notebook, nothing at all, or a way out of the cookie's path, but no file.
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden || text.StartsWith("<!doctype html>", StringComparison.Ordinal), text);
    }

    [Fact]
    public async Task Every_answer_says_what_a_browser_may_do_with_it()
    {
        foreach (var path in new[] { "/fine.ipynb", "/assets/page.js", "/nothing-here" })
        {
            using var answer = await GetAsync(_room + path, ("Cookie", _cookie));
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

            Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    private string Own => _server.Address.GetLeftPart(UriPartial.Authority);

    private Task<HttpResponseMessage> GetAsync(string path, params (string, string?)[] headers) => SendAsync(HttpMethod.Get, path, headers);

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, (string Name, string? Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri($"{Own}{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        foreach (var (name, value) in headers.Where(header => header.Value is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return _client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
