using Course.Tests.Page;
using NotebookSession;

namespace BrowserCourse.Tests;

/// <summary>One session in a tab, for tests that leave it as it is.</summary>
public sealed class OpenSession(Site site, Chromium chromium) : IAsyncLifetime
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    internal PageSession Session { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Session = await PageSession.StartAsync(chromium, site);
        await Session.Ready.WaitAsync(_patience);
    }

    /// <summary>Runs a cell.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="stopWhen">Stops it at the first output of which this is true.</param>
    internal async Task<(CellResult Result, string Text)> RunAsync(string code, Func<string, bool>? stopWhen = null)
    {
        using var stop = new CancellationTokenSource();
        var text = "";
        var result = await Session.RunAsync(code, output =>
        {
            text += output switch
            {
                CellOutput.Stream(_, var written) => written,
                CellOutput.ExecuteResult(var data, _) => $"{data["text/plain"]}",
                _ => "",
            };
            if (stopWhen?.Invoke(text) == true)
            {
                stop.Cancel();
            }
        }, stop.Token).WaitAsync(_patience);
        return (result, text);
    }

    public async ValueTask DisposeAsync() => await Session.DisposeAsync();
}
