using System.Text.Json;
using Course.Tests.Page;
using Microsoft.Playwright;
using NotebookSession;
using NotebookSession.Remote;

namespace BrowserCourse.Tests;

/// <summary>A session in a worker of a page, by the page's own script: the other half is the program's.</summary>
internal sealed class PageSession : RemoteSession
{
    private readonly TaskCompletionSource<CellError> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IPage _page;
    private Task _sending = Task.CompletedTask;

    private PageSession(IPage page)
        : base(TimeSpan.FromSeconds(5)) // the machine may be busy
    {
        _page = page;
    }

    /// <summary>Where the session is.</summary>
    public IPage Page => _page;

    public override Task<CellError> Ended => _ended.Task;

    protected override Task Gone => _ended.Task;

    /// <summary>Starts it in an empty page of the site.</summary>
    /// <param name="chromium">Opens the page.</param>
    /// <param name="site">The program.</param>
    /// <param name="hasMail">Whether the site's service worker is there.</param>
    /// <param name="prepare">What is done to the page before.</param>
    /// <param name="folder">Where its cells look for files, within the course's notebooks.</param>
    public static async Task<PageSession> StartAsync(
        Chromium chromium, Site site, bool hasMail = true, Func<IPage, Task>? prepare = null, string folder = "")
    {
        var page = await chromium.OpenAsync(site.Address + "blank.html");
        await (prepare?.Invoke(page) ?? Task.CompletedTask);
        var session = new PageSession(page);
        await page.ExposeFunctionAsync<string, bool>("received", line =>
        {
            session.Receive(SessionMessage.Read(line).Message);
            return true;
        });
        await page.ExposeFunctionAsync<string, bool>("failed", why => session._ended.TrySetResult(new CellError("Failed", why, [why])));
        await page.EvaluateAsync("""
            async ([folder, files, hasMail]) => {
              if (hasMail) {
                await navigator.serviceWorker.register('service-worker.js');
                while (!navigator.serviceWorker.controller) { await new Promise(resolve => setTimeout(resolve, 20)); }
              }
              self.session = await import(new URL('session/session.js', document.baseURI));
              let told = Promise.resolve(); // one at a time: Playwright lets them overtake each other
              self.handle = session.start(folder, files, line => { told = told.then(() => received(line)); }, () => {}, failed);
            }
            """, new object[] { $"/course/notebooks/{folder}".TrimEnd('/'), JsonSerializer.Serialize(site.CourseFiles), hasMail });
        return session;
    }

    public override async ValueTask DisposeAsync()
    {
        End();
        await _sending;
        await _page.Context.CloseAsync();
    }

    protected override void Send(SessionMessage message) => Evaluate(
        "([line, isUrgent]) => session.send(handle, line, isUrgent)", new object[] { message.Write(), message is SessionMessage.Interrupt or SessionMessage.Answer });

    protected override void End()
    {
        Evaluate("() => session.end(handle)", null);
        _ended.TrySetResult(new CellError("Ended", "ended", ["ended"]));
    }

    private void Evaluate(string script, object? argument)
    {
        lock (_ended)
        {
            _sending = _sending.ContinueWith(_ => _page.EvaluateAsync(script, argument), TaskScheduler.Default).Unwrap();
        }
    }
}
