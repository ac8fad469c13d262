using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Ganss.Xss;

namespace NotebookPage.Rendering;

/// <summary>Html from anywhere → html that can neither run code nor fetch anything, nor cover the page around it.</summary>
internal static partial class SafeHtml
{
    private static readonly HtmlSanitizerOptions _options = Allowed();

    // A diagram brings it along for where there is no such page; here it is the page's.
    private static readonly string _diagramStyle = Assets.Read("diagram.css").Trim();

    /// <summary>The harmless part of <paramref name="html"/>.</summary>
    /// <param name="html">A part of a page.</param>
    /// <param name="link">What becomes of the address of a link.</param>
    public static string Clean(string html, Func<string, string>? link = null) => Clean(html, link, out _);

    /// <summary>Whether all of it is harmless.</summary>
    public static bool IsHarmless(string html)
    {
        Clean(html, link: null, out var isWhole);
        return isWhole;
    }

    private static string Clean(string html, Func<string, string>? link, out bool isWhole)
    {
        if (Nesting.OfHtml(html) is { } why)
        {
            isWhole = false;
            return PlainHtml.Of(html, why);
        }

        var isCut = false;
        var sanitizer = new HtmlSanitizer(_options) { DisallowCssPropertyValue = Moving() };
        sanitizer.FilterUrl += (_, url) => url.SanitizedUrl = IsAllowed(url.Tag.LocalName, url.SanitizedUrl) ? url.SanitizedUrl : null;
        sanitizer.RemovingTag += (_, removed) => isCut |= removed.Tag is not IHtmlStyleElement { TextContent: var style } || style != _diagramStyle;
        sanitizer.RemovingAttribute += (_, removed) => isCut |= removed.Attribute.Name != "style"; // empty: what it held is told one by one
        sanitizer.RemovingStyle += (_, removed) => isCut |= removed.Style.Value != "initial"; // said by no author, but by "background: red"
        var body = sanitizer.SanitizeDom(html).Body!;
        isWhole = Choices.Keep(body) && !isCut;
        foreach (var element in body.QuerySelectorAll("*"))
        {
            ElementBounds.Apply(element);
        }

        foreach (var anchor in body.QuerySelectorAll("a[href]"))
        {
            var address = link?.Invoke(anchor.GetAttribute("href")!) ?? anchor.GetAttribute("href")!;
            anchor.SetAttribute("href", HasHost().IsMatch(address) ? address : Anchors.InAddress(address));
            if (Elsewhere().IsMatch(address))
            {
                anchor.SetAttribute("rel", "noopener noreferrer");
                anchor.SetAttribute("target", "_blank");
            }
        }

        return body.InnerHtml;
    }

    private static HtmlSanitizerOptions Allowed() => new()
    {
        AllowedTags = Words(
            """
            a abbr b bdi blockquote br caption code col colgroup dd del details dfn div dl dt em figcaption figure
            h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup
            table tbody td tfoot th thead tr tt u ul var wbr
            form fieldset legend label input svg g path rect circle text tspan
            math semantics annotation mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle mpadded mphantom merror
            msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd
            """),
        AllowedAttributes = Words(
            """
            href title alt src width height class id role aria-label lang dir open start value reversed
            colspan rowspan scope span align valign style
            type name checked method viewBox d x y cx cy r rx text-anchor textLength lengthAdjust
            display displaystyle scriptlevel encoding mathvariant mathcolor stretchy fence form lspace rspace minsize
            maxsize symmetric largeop movablelimits accent accentunder linethickness voffset depth columnalign
            """),
        AllowedClasses = Words(
            """
            csharp keyword string number comment type method directive scroll formula-error
            living-diagram outline gate candidate memory state read value small faint ribbon
            w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11 w12 w13 w14 w15 w16
            """),
        AllowedCssProperties = Words(
            """
            color background-color font-weight font-style font-family font-size font-variant text-align vertical-align
            text-decoration white-space width min-width max-width padding padding-left padding-right padding-top
            padding-bottom margin margin-top margin-bottom margin-left margin-right height display cursor font-variant-numeric
            flex flex-grow flex-shrink flex-basis align-items gap row-gap column-gap border border-left border-right border-top border-bottom
            border-color border-style border-width border-radius border-collapse border-spacing line-height
            border-left-color border-left-style border-left-width border-right-color border-right-style border-right-width
            border-top-color border-top-style border-top-width border-bottom-color border-bottom-style border-bottom-width
            """),
        AllowedSchemes = Words("http https mailto data"),
        UriAttributes = Words("href src"),
    };

    private static bool IsAllowed(string tag, string? address) => address is not null && (tag == "img"
        ? Picture().IsMatch(address) || !HasHost().IsMatch(address)
        : !address.StartsWith("data:", StringComparison.OrdinalIgnoreCase));

    private static HashSet<string> Words(string text) =>
        new(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex("^data:image/(png|jpeg|gif|webp|svg\\+xml)[;,]", RegexOptions.IgnoreCase)]
    private static partial Regex Picture();

    // Browsers read \ as /, and leave out white space and control characters.
    [GeneratedRegex(@"^[\s\x00-\x20]*([a-z][a-z0-9+.-]*:|[/\\]\s*[/\\])", RegexOptions.IgnoreCase)]
    private static partial Regex HasHost();

    // A length below zero lays an element over what stands beside it.
    [GeneratedRegex(@"[<>]|-\s*[\d.]|\b(calc|var|env|min|max|clamp)\(", RegexOptions.IgnoreCase)]
    private static partial Regex Moving();

    [GeneratedRegex("^https?:", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();
}
