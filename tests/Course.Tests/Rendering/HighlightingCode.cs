using System.Net;
using System.Text.RegularExpressions;
using NotebookPage.Rendering;

namespace Course.Tests.Rendering;

public sealed class HighlightingCode
{
    [Theory]
    [InlineData("#load \"setup.csx\"", "<span class=\"directive\">#load \"setup.csx\"</span>")]
    [InlineData("var n = 1.5f; // half", "<span class=\"keyword\">var</span> n = <span class=\"number\">1.5f</span>; <span class=\"comment\">// half</span>")]
    [InlineData("Show.Attention(a)", "<span class=\"type\">Show</span>.<span class=\"method\">Attention</span>(a)")]
    [InlineData("new Gru(8)", "<span class=\"keyword\">new</span> <span class=\"type\">Gru</span>(<span class=\"number\">8</span>)")]
    [InlineData("Vector<double>? v = null;", "<span class=\"type\">Vector</span>&lt;<span class=\"keyword\">double</span>&gt;? v = <span class=\"keyword\">null</span>;")]
    [InlineData("$\"a{x}\"", "<span class=\"string\">$\"a</span>{x}<span class=\"string\">\"</span>")]
    public void What_matters_has_a_class(string code, string expected) =>
        Assert.Equal(expected, CodeHtml.Highlight(code).Replace("&quot;", "\"", StringComparison.Ordinal));

    [Theory]
    [InlineData("a < b && c > 0\n\n  // end\n")]
    [InlineData("this is not { C# \"")]
    [InlineData("%%time\n!ls\n#!markdown\n# Title")]
    [InlineData("var s = \"\"\"\n    raw <b>\n    \"\"\";\n/* open")]
    [InlineData("a.b<.b<.b<;\n$\"{a:0.0}{{b}}{$\"{c}\"}")]
    public void No_character_is_lost(string code) =>
        Assert.Equal(code, WebUtility.HtmlDecode(Regex.Replace(CodeHtml.Highlight(code), "</?span[^>]*>", "")));
}
