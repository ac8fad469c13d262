using NotebookSession.Showing;

namespace Microsoft.DotNet.Interactive;

/// <summary>A formula in LaTeX, without the dollar signs around it, shown as such.</summary>
public sealed class MathString(string formula) : IVerbatim
{
    /// <summary>As .NET Interactive has it: <c>(MathString)"\\frac12"</c>.</summary>
    public static implicit operator MathString(string formula) => new(formula);

    string IVerbatim.Text => ToString();

    string IVerbatim.MimeType => "text/latex";

    /// <inheritdoc/>
    public override string ToString() => $"$${formula}$$";
}
