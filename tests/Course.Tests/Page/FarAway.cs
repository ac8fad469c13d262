using Microsoft.Playwright;

namespace Course.Tests.Page;

/// <summary>A page whose server is far away: what either says arrives a while later.</summary>
internal static class FarAway
{
    private static readonly TimeSpan _way = TimeSpan.FromMilliseconds(200);

    public static Task SetAsync(IPage page) => page.RouteWebSocketAsync("**/*", near =>
    {
        var far = near.ConnectToServer();
        near.OnMessage(Later(far));
        far.OnMessage(Later(near));
    });

    private static Action<IWebSocketFrame> Later(IWebSocketRoute to)
    {
        var last = Task.CompletedTask;
        return message => last = SendAsync(last, Task.Delay(_way), to, message);
    }

    private static async Task SendAsync(Task before, Task way, IWebSocketRoute to, IWebSocketFrame message)
    {
        await Task.WhenAll(before, way);
        if (message.Binary is { Length: > 0 } binary)
        {
            to.Send(binary);
        }
        else
        {
            to.Send(message.Text!);
        }
    }
}
