using NotebookPage.Rendering;

namespace Course.Tests.Rendering;

public sealed class RenderingMarkdown
{
    [Fact]
    public void Tables_tasks_headings_and_code_come_out_as_in_Jupyter()
    {
        var html = MarkdownHtml.Render("## What you'll do\n\n- [x] read\n\n|a|b|\n|-:|--|\n|1|`2`|\n\n```csharp\nvar x = 1;\n```\n");

        Assert.Contains("<h2 id=\"text-what-youll-do\">What you'll do</h2>", html);
        Assert.Contains("<span role=\"img\" aria-label=\"done\">☑</span> read", html);
        Assert.Contains("<td style=\"text-align: right\">1</td>", html);
        Assert.Contains("<pre class=\"csharp\"><code><span class=\"keyword\">var</span> x = <span class=\"number\">1</span>;", html);
    }

    [Theory]
    [InlineData("$x$", 1)]
    [InlineData("$$x$$", 1)]
    [InlineData("$$\nx\n$$", 1)]
    [InlineData("as $$x\n= y$$ and $z$", 2)]
    [InlineData("|a|b|\n|-|-|\n|$p(a \\mid b)$|$\\|x\\|$|", 2)]
    [InlineData("it costs $5 and $6", 0)]
    [InlineData("`$x$` and \\$x\\$", 0)]
    [InlineData("$a_1 * b_1$ and *more* $c * d$", 2)]
    public void Dollars_make_formulas(string markdown, int formulas) =>
        Assert.Equal(formulas, MarkdownHtml.Render(markdown).Split("<math").Length - 1);

    [Fact]
    public void A_formula_that_cannot_be_shown_stays_as_it_is_written_and_is_told_with_its_line()
    {
        var faults = new List<FormulaFault>();

        var html = MarkdownHtml.Render("one\n\ntwo $\\nonsense{<b>}$\n", null, faults);

        Assert.Contains("<code class=\"formula-error\" title=\"\\nonsense is not known", html);
        Assert.Contains(">\\nonsense{&lt;b&gt;}</code>", html);
        var fault = Assert.Single(faults);
        Assert.Equal((3, "\\nonsense{<b>}"), (fault.Line, fault.Source));
    }

    [Fact]
    public void Links_are_rewritten_those_in_html_too()
    {
        var html = MarkdownHtml.Render("[a](one.ipynb#x) <a href=\"two.ipynb\">b</a>", address => address.Replace(".ipynb", ".html", StringComparison.Ordinal));

        Assert.Contains("href=\"one.html#text-x\"", html);
        Assert.Contains("href=\"two.html\"", html);
    }
}
