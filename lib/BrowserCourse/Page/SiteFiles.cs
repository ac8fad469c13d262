using System.Net;

namespace BrowserCourse.Page;

/// <summary>The files of the site that the page comes from.</summary>
internal sealed class SiteFiles(HttpClient http)
{
    /// <summary>The text of a file.</summary>
    /// <param name="path">From the page's folder: "notebooks/05-gru.ipynb".</param>
    /// <exception cref="IOException">It can't be had.</exception>
    public async Task<string> ReadAsync(string path)
    {
        try
        {
            return await http.GetStringAsync(new Uri(string.Join('/', path.Split('/').Select(WebUtility.UrlEncode)), UriKind.Relative)).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            throw new IOException($"{path} could not be fetched from the site: {e.Message}", e);
        }
    }
}
