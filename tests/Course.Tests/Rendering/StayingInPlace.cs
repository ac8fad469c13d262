using System.Text.Json.Nodes;
using NotebookPage.Rendering;
using NotebookSession;

namespace Course.Tests.Rendering;

/// <summary>What a stranger's text may do to the page around it: nothing.</summary>
public sealed class StayingInPlace
{
    [Theory]
    [InlineData("<p id=\"help\">x</p>", "<p id=\"text-help\">x</p>")]
    [InlineData("<p id=\"a&quot;b\">x</p>", "<p id=\"text-a-b\">x</p>")]
    [InlineData("<p name=\"away\">x</p>", "<p>x</p>")]
    [InlineData("<p class=\"notice strong\">x</p>", "<p>x</p>")]
    [InlineData("<p style=\"margin-top: -99px\">x</p>", "<p>x</p>")]
    [InlineData("<p style=\"position: fixed; z-index: 99\">x</p>", "<p>x</p>")]
    [InlineData("<p style=\"width: 99999px; padding: 1em\">x</p>", "<p style=\" padding: 1em\">x</p>")]
    [InlineData("<p style=\"line-height: 9999\">x</p>", "<p style=\"\">x</p>")]
    [InlineData("<table><tbody><tr><td rowspan=\"60000\">x</td></tr></tbody></table>", "<table><tbody><tr><td>x</td></tr></tbody></table>")]
    [InlineData("<img src=\"x.png\" width=\"99999999\" height=\"10\">", "<img src=\"x.png\" height=\"10\">")]
    [InlineData("<math><mpadded voffset=\"-90em\"><mi>x</mi></mpadded></math>", "<math><mpadded><mi>x</mi></mpadded></math>")]
    public void Ids_are_its_own_names_and_classes_go_and_no_size_is_beyond_a_page(string html, string expected) =>
        Assert.Contains(expected, OutputHtml.Render(Display("text/html", html)));

    [Fact]
    public void A_link_within_the_text_still_leads_to_its_heading()
    {
        var html = MarkdownHtml.Render("[to it](#a-heading) and [there](other.ipynb#a-heading), [elsewhere](https://example.org/#x)\n\n## A heading\n");

        Assert.Contains("href=\"#text-a-heading\"", html);
        Assert.Contains("href=\"other.ipynb#text-a-heading\"", html);
        Assert.Contains("href=\"https://example.org/#x\"", html);
        Assert.Contains("<h2 id=\"text-a-heading\">", html);
    }

    [Theory]
    [InlineData("{ \"height\": 1000000000 }", 3000)]
    [InlineData("{ \"height\": -5 }", 10)]
    [InlineData("{ \"height\": \"much\" }", 450)]
    [InlineData("{ \"height\": 272, \"width\": 1e12, \"template\": { \"layout\": { \"height\": 1e9 } } }", 272)]
    [InlineData("\"a text\"", 450)]
    public void A_chart_is_no_larger_than_a_page(string layout, int height)
    {
        var html = OutputHtml.Render(Display("application/vnd.plotly.v1+json", JsonNode.Parse($"{{ \"data\": [], \"layout\": {layout} }}")!));

        Assert.Contains($"data-height=\"{height}\"", html);
        Assert.DoesNotContain("1000000000", html);
    }

    private static CellOutput.DisplayData Display(string type, JsonNode content) => new(new MimeBundle { [type] = content });
}
