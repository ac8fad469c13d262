using Course.Page.Hosting;
using Course.Page.Security;
using NotebookPage;
using NotebookPage.Rendering;

namespace Course.Page;

/// <summary>The page as this server serves it.</summary>
/// <param name="folder">The course's folder.</param>
/// <param name="server">By which tabs know this server again.</param>
/// <param name="home">This user's secret.</param>
/// <param name="frames">The frames that it serves.</param>
internal sealed class ServedPage(string folder, SameServer server, HomeSecret home, Frames frames) : IPageHost
{
    /// <inheritdoc/>
    public double Slowness => 1;

    /// <inheritdoc/>
    public PrerenderedHtml Prerendered { get; } = new();

    /// <inheritdoc/>
    public TabSecrets SecretsOf(string notebook) =>
        new(home.For("shelf", folder, notebook)[..16], home.For("drafts", folder, notebook), server.Key, server.Run);

    /// <inheritdoc/>
    public string FrameOf(string html) => frames.Add(html);
}
