using NotebookSession.Showing;

namespace Microsoft.DotNet.Interactive;

/// <summary>Text in LaTeX, shown as such.</summary>
public sealed class LaTeXString(string code) : IVerbatim
{
    string IVerbatim.Text => code;

    string IVerbatim.MimeType => "text/latex";

    /// <inheritdoc/>
    public override string ToString() => code;
}
