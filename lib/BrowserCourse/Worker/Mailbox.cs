using System.Runtime.InteropServices.JavaScript;
using NotebookSession.Hosting;

namespace BrowserCourse.Worker;

/// <summary>
/// What the page has for a cell that computes or waits for a line. A worker hears nothing then, but it can fetch, and wait for what is
/// fetched: the site's service worker keeps the page's messages for that.
/// </summary>
/// <param name="receive">Takes a message.</param>
internal sealed partial class Mailbox(Action<string> receive) : ISingleThread
{
    /// <inheritdoc/>
    public bool Receive(TimeSpan wait)
    {
        if (Fetch((int)wait.TotalMilliseconds) is not { } lines)
        {
            return false;
        }

        foreach (var line in lines)
        {
            receive(line);
        }

        return true;
    }

    // Null: there is no service worker.
    [JSImport("fetchMail", "worker.js")]
    private static partial string[]? Fetch(int wait);
}
