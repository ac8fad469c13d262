using System.Security.Cryptography;
using System.Text;
using Microsoft.JSInterop;
using NotebookPage;
using NotebookPage.Rendering;

namespace BrowserCourse.Page;

/// <summary>The page where the browser itself is its host.</summary>
/// <param name="site">Where the page comes from: a host may have several sites.</param>
/// <param name="prerendered">Html that the site brings.</param>
/// <param name="frames">Keeps the documents of frames; see frames.js.</param>
internal sealed class TabHost(Uri site, PrerenderedHtml prerendered, IJSInProcessObjectReference frames) : IPageHost
{
    /// <inheritdoc/>
    public double Slowness => 4; // three to five: one core, with lanes a half or a quarter as wide

    /// <inheritdoc/>
    public PrerenderedHtml Prerendered => prerendered;

    /// <inheritdoc/>
    public TabSecrets SecretsOf(string notebook) => new(site.AbsolutePath + notebook);

    /// <inheritdoc/>
    public string FrameOf(string html)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)).AsSpan(0, 16));
        frames.InvokeVoid("add", key, FramedHtml.Document(html));
        return $"./frame.html#{key}";
    }
}
