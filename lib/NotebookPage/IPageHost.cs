using NotebookPage.Rendering;

namespace NotebookPage;

/// <summary>What serves the page: a server on this machine, or the browser itself.</summary>
public interface IPageHost
{
    /// <summary>What a tab of that notebook is told over its own connection.</summary>
    TabSecrets SecretsOf(string notebook);

    /// <summary>How many times as long as on the machine itself a cell takes that computes: 1 where it runs there.</summary>
    double Slowness { get; }

    /// <summary>Html that need not be made anew.</summary>
    PrerenderedHtml Prerendered { get; }

    /// <summary>The address of a frame in which that html can draw what it likes, and reach neither the page nor the host.</summary>
    string FrameOf(string html);
}

/// <summary>What a tab of a notebook is told over its own connection, keeps in its memory, and stores nowhere.</summary>
/// <param name="Shelf">The name under which the browser keeps what was typed and not saved.</param>
/// <param name="Drafts">The key that it is encrypted with there: whoever serves on this port later can't read it. Null where nobody else can.</param>
/// <param name="Server">By which it knows its server again; null if there is none.</param>
/// <param name="Run">The server's run.</param>
public sealed record TabSecrets(string Shelf, string? Drafts = null, string? Server = null, string? Run = null);
