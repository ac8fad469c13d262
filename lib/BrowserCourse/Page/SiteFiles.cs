using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NotebookPage.Rendering;

namespace BrowserCourse.Page;

/// <summary>The files of the site that the page comes from.</summary>
internal sealed class SiteFiles(HttpClient http)
{
    /// <summary>The html that the site brings, of the notebooks that were asked for.</summary>
    public PrerenderedHtml Prerendered { get; } = new();

    /// <summary>The text of a file.</summary>
    /// <param name="path">From the page's folder: "notebooks/05-gru.ipynb".</param>
    /// <exception cref="IOException">It can't be had.</exception>
    public async Task<string> ReadAsync(string path)
    {
        try
        {
            return await http.GetStringAsync(Address(path)).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            throw new IOException($"{path} could not be fetched from the site: {e.Message}", e);
        }
    }

    /// <summary>Fetches the html of a notebook; without it the page makes it.</summary>
    public async Task PrerenderAsync(string path)
    {
        try
        {
            Prerendered.Add((await http.GetFromJsonAsync(Address(path + PrerenderedHtml.Ending), SiteJson.Default.DictionaryStringString).ConfigureAwait(false))!);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException)
        {
            // A network that went away meanwhile.
        }
    }

    private static Uri Address(string path) => new(string.Join('/', path.Split('/').Select(WebUtility.UrlEncode)), UriKind.Relative);
}
