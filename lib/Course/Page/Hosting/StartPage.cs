using System.Net;
using Course.Store;

namespace Course.Page.Hosting;

/// <summary>
/// The file that the browser is started with. Other users can read a command line, so no ticket may stand on it: it stands in
/// a file that only this user can read, which posts it to the server, and is gone once it has been used.
/// </summary>
internal sealed class StartPage : IDisposable
{
    /// <summary>Where the ticket goes, and behind it the notebook's path.</summary>
    public const string Path = "/enter";

    private readonly string _folder = NewFolder();

    /// <summary>Writes the file, and tells its address.</summary>
    public Uri Write(Uri page, string ticket)
    {
        var file = System.IO.Path.Combine(_folder, "open.html");
        var action = new Uri(page, Path + page.AbsolutePath).AbsoluteUri;
        PrivateFile.WriteText(file, $"""
            <!doctype html>
            <meta charset="utf-8">
            <title>The course opens</title>
            <form method="post" action="{WebUtility.HtmlEncode(action)}">
              <input type="hidden" name="ticket" value="{ticket}">
              <button>Open the course</button>
            </form>
            <script>document.forms[0].submit()</script>

            """);
        return new Uri(file);
    }

    /// <summary>Takes it away.</summary>
    public void Dispose()
    {
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is gone, or a browser reads it; its ticket is worth nothing any more.
        }
    }

    // A browser that comes as a snap sees neither the folder for temporary files nor a hidden one.
    private static string NewFolder() => !Directory.Exists("/snap") ? Directory.CreateTempSubdirectory("course-").FullName
        : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), $"course-{System.IO.Path.GetRandomFileName()}");
}
