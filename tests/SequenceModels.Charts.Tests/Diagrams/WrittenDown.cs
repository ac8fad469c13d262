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
    public void An_LSTM_cell_shows_its_own_numbers()
    {
        var trace = Drawn.Lstm;
        var told = Diagram.Lstm(Drawn.Words, trace, unit: 1);

        for (var t = 0; t < Drawn.Words.Length; t++)
        {
            var values = Values(told, t);
            var before = t == 0 ? (C: trace.C0[1], H: trace.H0[1]) : (C: trace.C[t - 1, 1], H: trace.H[t - 1, 1]);
            var (f, i, g, o) = (trace.F[t, 1], trace.I[t, 1], trace.G[t, 1], trace.O[t, 1]);
            Assert.Equal(
                Numbers(before.C, trace.C[t, 1], trace.H[t, 1], before.H, f, i, g, i * g, o, trace.C[t, 1].Tanh(), f * before.C),
                values);
        }
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        var trace = Drawn.Lstm;

        Assert.Contains("0 to 2", Assert.Throws<ArgumentOutOfRangeException>(() => Diagram.Lstm(Drawn.Words, trace, 3)).Message);
        Assert.Contains("one row for each word", Assert.Throws<ArgumentException>(() => Diagram.Lstm(["a"], trace)).Message);
        Assert.Contains("17 words", Assert.Throws<ArgumentException>(() => Diagram.Lstm([.. new string('a', 17).Select(a => $"{a}")], trace)).Message);
    }

    /// <summary>The numbers on the arrows while a word is chosen, as they are drawn.</summary>
    private static string[] Values(LivingDiagram diagram, int word) =>
    [
        .. XElement.Parse(diagram.Svg).Descendants("text").Where(text => (string?)text.Attribute("class") == "value")
            .Select(text => text.Elements("tspan").Single(span => (string?)span.Attribute("class") == $"w{word + 1}").Value)
    ];

    private static string[] Numbers(params Tensor[] values) =>
        Array.ConvertAll(values, value => Drawing.Number(value.Item()));
}
