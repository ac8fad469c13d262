namespace Course.Page.Security;

/// <summary>What a tab of a notebook is told over its own connection, keeps in its memory, and stores nowhere.</summary>
/// <param name="Server">By which it knows its server again.</param>
/// <param name="Run">The server's run.</param>
/// <param name="Shelf">The name under which the browser keeps what was typed and not saved.</param>
/// <param name="Drafts">The key that it is encrypted with there: whoever serves on this port later can't read it.</param>
internal sealed record TabSecrets(string Server, string Run, string Shelf, string Drafts)
{
    public static TabSecrets Of(SameServer server, HomeSecret home, string folder, string notebook) =>
        new(server.Key, server.Run, home.For("shelf", folder, notebook)[..16], home.For("drafts", folder, notebook));
}
