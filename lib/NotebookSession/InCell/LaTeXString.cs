using NotebookSession.Showing;

namespace Microsoft.DotNet.Interactive;

/// <summary>Text in LaTeX, shown as such.</summary>
public sealed class LaTeXString(string code) : IVerbatim
{
    /// <summary>As .NET Interactive has it: <c>(LaTeXString)"\\frac12"</c>.</summary>
    public static implicit operator LaTeXString(string code) => new(code);

    string IVerbatim.Text => code;

    string IVerbatim.MimeType => "text/latex";

    /// <inheritdoc/>
    public override string ToString() => code;
}
