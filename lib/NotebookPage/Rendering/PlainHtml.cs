using System.Net;

namespace NotebookPage.Rendering;

/// <summary>A text that is beyond its reader, as it is written, and a word why.</summary>
internal static class PlainHtml
{
    public static string Of(string text, string why) =>
        $"<p><em>Shown as it is written: {WebUtility.HtmlEncode(why)}.</em></p><pre>{WebUtility.HtmlEncode(text)}</pre>";
}
