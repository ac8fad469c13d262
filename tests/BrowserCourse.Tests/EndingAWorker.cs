using Course.Tests.Page;
using NotebookSession;

namespace BrowserCourse.Tests;

/// <summary>A browser without the site's service worker, as a private window may be.</summary>
public sealed class EndingAWorker(Site site, Chromium chromium)
{
    [Fact]
    public async Task A_cell_that_can_not_hear_the_request_ends_with_its_worker_and_one_that_asks_for_a_line_is_told_that_none_can_come()
    {
        await using var session = await PageSession.StartAsync(chromium, site, hasMail: false);
        session.InputWanted += _ => { };
        var asked = await session.RunAsync("Console.ReadLine()", _ => { }, TestContext.Current.CancellationToken);
        Assert.Contains("none can come", Assert.IsType<CellResult.Failed>(asked).Error.Message, StringComparison.Ordinal);

        using var stop = new CancellationTokenSource();
        var ended = session.RunAsync("Console.WriteLine(\"began\"); while (true) { }", _ => stop.Cancel(), stop.Token);

        Assert.IsType<CellResult.Died>(await ended.WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken));
    }
}
