using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NotebookPage.Rendering;
using NotebookSession;

namespace Course.Tests.Rendering;

/// <summary>What a notebook from elsewhere may hold, as markdown and as an output.</summary>
public sealed class UntrustedHtml
{
    private static readonly string[] Harmless = ["http", "https", "mailto"];

    public static TheoryData<string> Attacks =>
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"java\tscript:alert(1)\">x</a>",
        "<a href=\" &#14; javascript:alert(1)\">x</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<object data=x></object><embed src=x><applet code=x></applet>",
        "<form action=https://example.org><input name=q><button>x</button></form>",
        "<style>* { display: none }</style>",
        "<div style=\"position: fixed; inset: 0; background: url(https://example.org/x.png)\">x</div>",
        "<p style=\"color: expression(alert(1)); background-image: url(//example.org)\">x</p>",
        "<img src=https://example.org/x.png>",
        "<img src=//example.org/x.png>",
        "<img src=\"\\\\example.org\\x.png\">",
        "<img src=\"/\t/example.org/x.png\">",
        "<img srcset=\"https://example.org/x.png 1x\">",
        "<link rel=stylesheet href=https://example.org/x.css><meta http-equiv=refresh content=0><base href=https://example.org>",
        "<video src=https://example.org/x poster=https://example.org/y></video><audio src=x></audio>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<math><annotation-xml encoding=\"text/html\"><script>alert(1)</script></annotation-xml></math>",
        "<math href=\"javascript:alert(1)\"><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<svg><style><img src=1 onerror=alert(1)></style><title><img src=1 onerror=alert(1)></title></svg>",
        "<svg><foreignObject><iframe src=https://example.org></iframe></foreignObject><desc><script>alert(1)</script></desc></svg>",
        "<svg><a href=\"javascript:alert(1)\"><text>x</text></a><image href=https://example.org/x.png /><use href=#x /></svg>",
        "<svg style=\"position: fixed\"><rect fill=\"url(https://example.org/x)\" transform=\"scale(99)\"/><set onbegin=alert(1)></svg>",
        "<form id=reset method=post action=/do><input type=radio name=body form=reset><input type=submit><input type=image src=x></form>",
        "<form name=body method=dialog><fieldset name=forms></fieldset><label name=cookie for=x>x</label></form>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<template><script>alert(1)</script></template>",
        "<p id=x onclick=alert(1) onmouseover=alert(1) contenteditable>x</p>",
        "[x](javascript:alert(1)) ![x](https://example.org/x.png)",
    ];

    [Theory, MemberData(nameof(Attacks))]
    public void Nothing_of_it_runs_fetches_or_covers_the_page(string html)
    {
        AssertHarmless(MarkdownHtml.Render(html));
        AssertHarmless(MarkdownHtml.Render($"$\\text{{{html}}}$ and $\\{html}$"));
        AssertHarmless(OutputHtml.Render(Display("text/html", html)));
        AssertHarmless(OutputHtml.Render(Display("text/markdown", html)));
        AssertHarmless(OutputHtml.Render(Display("text/plain", html)));
        AssertHarmless(OutputHtml.Render(Display("image/svg+xml", html)));
    }

    [Theory]
    [InlineData("<style>* { display: none }</style>")]
    [InlineData("<meta http-equiv=refresh content='0; url=https://example.org'>")]
    [InlineData("<p data-command=run-all>x</p>")]
    [InlineData("<p style='position: fixed'>x</p>")]
    [InlineData("<p style='margin: -50em 0 0 0'>x</p>")]
    [InlineData("<p style='margin-top: calc(0px - 50em)'>x</p>")]
    [InlineData("<p style='background: url(https://example.org/x.png)'>x</p>")]
    [InlineData("<a href=javascript:go()>x</a>")]
    [InlineData("<img src=https://example.org/x.png>")]
    [InlineData("<form><input></form>")]
    [InlineData("<form><input type=radio></form>")]
    [InlineData("<form method=dialog name=body></form>")]
    [InlineData("<svg><style>* { display: none }</style></svg>")]
    [InlineData("<svg><rect fill=url(https://example.org/x) /></svg>")]
    [InlineData("<div class=plotly-chart></div><script>go()</script>")]
    public void Html_that_is_more_than_a_page_may_hold_wants_a_frame(string html)
    {
        Assert.Equal(html, OutputHtml.Unsafe(Display("text/html", html)));
        AssertHarmless(OutputHtml.Render(Display("text/html", html)));
    }

    [Theory]
    [InlineData("<table><tr><td style='color: red'>x</td></tr></table>")]
    [InlineData("<div style='display: flex; gap: 1em; margin: 0.3em 0; background: #ccc'><div style='flex: none; height: 2em'>x</div></div>")]
    [InlineData("<details><summary>Hint</summary><b>y</b></details><!-- a note -->")]
    public void Html_that_a_page_may_hold_wants_none(string html) => Assert.Null(OutputHtml.Unsafe(Display("text/html", html)));

    private static CellOutput.DisplayData Display(string type, string content) => new(new MimeBundle { [type] = content });

    private static void AssertHarmless(string html)
    {
        foreach (var element in new HtmlParser().ParseDocument(html).Body!.QuerySelectorAll("*"))
        {
            Assert.DoesNotContain(element.LocalName,
                ("script style iframe object embed applet button link meta base video audio template noscript annotation-xml "
                + "foreignobject use image set animate").Split(' '), StringComparer.OrdinalIgnoreCase);
            Assert.True(element.LocalName != "form" || element.GetAttribute("method") == "dialog", html);
            Assert.True(element.LocalName != "input" || element.GetAttribute("type") == "radio", html);
            Assert.True(!element.HasAttribute("name") || element.LocalName == "input", html);
            foreach (var attribute in element.Attributes)
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), html);
                Assert.DoesNotContain(attribute.LocalName, "srcset srcdoc action formaction form transform fill poster contenteditable".Split(' '));
                Assert.False(attribute.LocalName == "style" && (attribute.Value.Contains("url", StringComparison.OrdinalIgnoreCase)
                    || attribute.Value.Contains("position", StringComparison.Ordinal) || attribute.Value.Contains("expression", StringComparison.Ordinal)), html);
            }

            RequireHarmless(element.GetAttribute("href"), isPicture: false);
            RequireHarmless(element.GetAttribute("src"), isPicture: true);
        }
    }

    private static void RequireHarmless(string? address, bool isPicture)
    {
        if (address is not null && Uri.TryCreate(new Uri("file:///book/page.html"), address, out var target))
        {
            Assert.True(target.IsFile && target.Host.Length == 0 || (isPicture ? target.Scheme == "data" : Harmless.Contains(target.Scheme)), address);
        }
    }
}
