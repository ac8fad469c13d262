using System.Globalization;
using Microsoft.DotNet.Interactive.Formatting;

namespace SequenceModels.Charts;

/// <summary>How far a loop has come. It holds no time, so that a finished loop always leaves the same.</summary>
/// <param name="Done">The steps made.</param>
/// <param name="Total">The steps there are to make.</param>
/// <param name="Says">What is told of the last step made; empty for nothing.</param>
[TypeFormatterSource(typeof(HtmlValueFormatters<ProgressBar>), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record ProgressBar(int Done, int Total, string Says = "") : IHtmlValue
{
    private const int Characters = 20;

    private double Share => Done >= Total ? 1 : (double)Done / Total;

    private string Words => Says.Length == 0 ? $"{Done} of {Total}" : $"{Done} of {Total}: {Says}";

    /// <inheritdoc />
    public string ToHtml()
    {
        var width = (100 * Share).ToString("0.#", CultureInfo.InvariantCulture);
        return "<div style=\"display: flex; align-items: center; gap: 0.8em; margin: 0.3em 0\">"
            + $"<div style=\"flex: none; width: 12em; height: 0.7em; background: {Palette.Grid}\">"
            + $"<div style=\"width: {width}%; height: 100%; background: {Palette.Note}\"></div></div>"
            + $"<div style=\"font-variant-numeric: tabular-nums\">{NoteHtml.Text(Words)}</div></div>";
    }

    /// <inheritdoc />
    public override string ToString()
    {
        var full = (int)(Characters * Share);
        return $"{new string('█', full)}{new string('░', Characters - full)} {Words}";
    }
}
