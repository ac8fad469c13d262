using System.Net;
using System.Text.RegularExpressions;

namespace SequenceModels.Charts;

/// <summary>The few html elements that notes to students are made of.</summary>
internal static partial class NoteHtml
{
    /// <summary>A paragraph with a coloured edge, legible on light and dark pages.</summary>
    public static string Box(string colour, string content) =>
        $"""<div style="border-left: 4px solid {colour}; padding: 0.2em 0.8em; margin: 0.3em 0">{content}</div>""";

    /// <summary>Text as html; what stands between backticks is code.</summary>
    public static string Text(string text) =>
        Code().Replace(WebUtility.HtmlEncode(text), "<code>$1</code>").Replace("\n", "<br>", StringComparison.Ordinal);

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Code();
}
