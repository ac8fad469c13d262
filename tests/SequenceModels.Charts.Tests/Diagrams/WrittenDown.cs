using System.Xml.Linq;
using Microsoft.DotNet.Interactive.Formatting;

namespace SequenceModels.Charts.Tests.Diagrams;

public sealed class WrittenDown
{
    [Theory, MemberData(nameof(Drawn.Names), MemberType = typeof(Drawn))]
    public void A_diagram_is_html_that_needs_no_network_and_text(string name)
    {
        var diagram = Drawn.All[name]();
        var html = diagram.ToDisplayString("text/html");

        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(diagram.GetType()));
        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("http", html);
        Assert.DoesNotContain("url(", html);
        Assert.InRange(html.Length, 1, 60_000);
        Assert.Equal(html, Drawn.All[name]().ToDisplayString("text/html"));
        Assert.Equal(diagram.ToString(), diagram.ToDisplayString("text/plain"));
    }

    [Theory, MemberData(nameof(Drawn.Names), MemberType = typeof(Drawn))]
    public void A_screen_reader_is_told_what_the_picture_shows_and_what_happens_at_each_word(string name)
    {
        var diagram = Drawn.All[name]();
        var picture = XElement.Parse(diagram.Svg);

        Assert.Equal("img", (string?)picture.Attribute("role"));
        Assert.EndsWith(diagram.Arrangement, (string?)picture.Attribute("aria-label"));
        Assert.Equal(diagram.Words.Count, diagram.Told.Count);
        Assert.All(diagram.Words.Zip(diagram.Told), pair => Assert.Contains(pair.First, pair.Second));
        Assert.All(diagram.Told, told => Assert.Contains(told, diagram.ToString()));
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        var trace = Drawn.Lstm;

        Assert.Contains("no attention", Assert.Throws<ArgumentException>(
            () => Diagram.Attention(Drawn.Words, Drawn.Words, Drawn.Plain)).Message);
        Assert.Contains("0 to 2", Assert.Throws<ArgumentOutOfRangeException>(() => Diagram.Lstm(Drawn.Words, trace, 3)).Message);
        Assert.Contains("one row for each word", Assert.Throws<ArgumentException>(() => Diagram.Lstm(["a"], trace)).Message);
        Assert.Contains("17 words", Assert.Throws<ArgumentException>(() => Diagram.Lstm([.. new string('a', 17).Select(a => $"{a}")], trace)).Message);
    }
}
