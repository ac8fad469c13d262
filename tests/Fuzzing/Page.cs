using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Fuzzing;

/// <summary>What all html made of strangers' text must be.</summary>
internal static partial class Page
{
    private static readonly HashSet<string> _running =
    [
        .. ("script style iframe object embed applet button link meta base video audio template noscript annotation-xml foreignObject use image set "
            + "animate").Split(' ')
    ];

    /// <exception cref="InvalidOperationException">It could run, fetch or cover something.</exception>
    public static void Require(string html)
    {
        foreach (var element in new HtmlParser().ParseDocument(html).All.Skip(3)) // html, head, body
        {
            if (_running.Contains(element.LocalName)
                || (element.LocalName == "form" && element.GetAttribute("method") != "dialog")
                || (element.LocalName == "input" && element.GetAttribute("type") != "radio"))
            {
                throw new InvalidOperationException($"an element {element.LocalName}");
            }

            foreach (var attribute in element.Attributes)
            {
                if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "srcset" or "srcdoc" or "action" or "formaction"
                    || (attribute.Name == "style" && Covering().IsMatch(attribute.Value))
                    || (attribute.Name is "href" or "src" && Dangerous().IsMatch(attribute.Value)))
                {
                    throw new InvalidOperationException($"{attribute.Name}=\"{attribute.Value}\"");
                }
            }
        }
    }

    [GeneratedRegex(@"position|url|expression|margin[^:]*:[^;]*-|z-index|transform", RegexOptions.IgnoreCase)]
    private static partial Regex Covering();

    [GeneratedRegex(@"^[\s\x00-\x20]*((javascript|vbscript)\s*:|data:text)", RegexOptions.IgnoreCase)]
    private static partial Regex Dangerous();
}
