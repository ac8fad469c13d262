using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;

namespace SequenceModels.Charts.Tests.Offline;

public sealed class Formats
{
    private const string Json = "application/vnd.plotly.v1+json";

    public Formats() => OfflineCharts.Start();

    [Theory, MemberData(nameof(Pictures.Names), MemberType = typeof(Pictures))]
    public void A_chart_is_json_html_and_text(string name) =>
        Assert.Equal(
            [Json, "text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(Pictures.All[name]().GetType()));

    [Theory, MemberData(nameof(Pictures.Names), MemberType = typeof(Pictures))]
    public void Every_chart_has_a_title_a_line_that_says_what_to_see_and_named_axes(string name)
    {
        var layout = JsonNode.Parse(Pictures.All[name]().ToDisplayString(Json))!["layout"]!;

        Assert.Matches("<b>.{10,}</b>.*<br>.{20,}", (string?)layout["title"]!["text"]);
        Assert.NotEmpty((string)layout["xaxis"]!["title"]!["text"]!);
        Assert.NotEmpty((string)layout["yaxis"]!["title"]!["text"]!);
    }

    [Theory, MemberData(nameof(Pictures.Names), MemberType = typeof(Pictures))]
    public void Where_nothing_is_drawn_the_text_says_what_to_see(string name)
    {
        var chart = Pictures.All[name]();
        var lines = chart.ToDisplayString("text/plain").Split('\n');

        Assert.InRange(lines.Length, 2, 3); // the title, what to see, and the numbers if there are some
        Assert.All(lines[..2], line => Assert.DoesNotContain("<b", line)); // a word may be called <b>
        Assert.Contains(System.Net.WebUtility.HtmlEncode(lines[1]), chart.ToDisplayString("text/html"));
    }

    [Theory, MemberData(nameof(Pictures.Names), MemberType = typeof(Pictures))]
    public void The_same_chart_is_the_same_text(string name)
    {
        var (first, second) = (Pictures.All[name](), Pictures.All[name]());

        Assert.Equal(first.ToDisplayString("text/html"), second.ToDisplayString("text/html"));
        Assert.Equal(first.ToDisplayString(Json), second.ToDisplayString(Json));
    }

    [Theory, MemberData(nameof(Pictures.Names), MemberType = typeof(Pictures))]
    public void Nothing_comes_from_a_network(string name) => Assert.DoesNotContain(
        "http", Pictures.All[name]().ToDisplayString("text/html") + new PlotlyScript().ToDisplayString("text/html"));

    [Fact]
    public void Last_bits_are_rounded_away()
    {
        var chart = Show.TrainingCurves("loss", ("RNN", [1 / 3.0, 100, 1e-7 / 3]));

        var values = JsonNode.Parse(chart.ToDisplayString(Json))!["data"]![0]!["y"]!;

        Assert.Equal("[0.333333,100,\"3.33333E-08\"]", values.ToJsonString());
    }

    [Fact]
    public void A_chart_of_plain_Plotly_without_a_title_says_what_it_draws() =>
        Assert.Equal("A chart: bar", GenericChart.ofTraceObject(true, new Trace("bar")).ToDisplayString("text/plain"));

    [Fact]
    public void The_script_is_marked_as_never_stored_and_passes_a_Jupyter_server()
    {
        var script = OfflineCharts.Start();

        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(script.GetType()));
        Assert.StartsWith("<!--transient-->", script.ToDisplayString("text/html"));
        Assert.InRange(script.ToDisplayString("text/html").Length, 1_000_000, 2_000_000);
        Assert.Contains("ready", script.ToDisplayString("text/plain"));
    }
}
