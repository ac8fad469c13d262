using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;

namespace SequenceModels.Charts.Tests.Showing;

public sealed class TheLab
{
    public TheLab() => OfflineCharts.Start();

    [Fact]
    public void A_spread_shows_every_seed_and_marks_their_mean()
    {
        var data = Json(Show.AccuracySpread(
            "kind", 0.5, ("one", [("a", [0.5, 0.7]), ("b", [1])]), ("other", [("a", [0.9]), ("b", [0.8])])))["data"]!;

        Assert.Equal("[0.5,0.7,1]", data[0]!["y"]!.ToJsonString());
        Assert.Equal("[0.6,1]", data[1]!["y"]!.ToJsonString());
        Assert.Equal([-0.26, -0.26, 0.74], data[0]!["x"]!.AsArray().Select(x => Math.Round((double)x!, 3)));
        Assert.Equal([0.14, 1.14], data[3]!["x"]!.AsArray().Select(x => Math.Round((double)x!, 3)));
    }

    [Theory, InlineData(2), InlineData(3), InlineData(5)]
    public void Marks_of_one_group_are_nearer_to_each_other_than_to_the_next(int models)
    {
        var data = Json(Show.AccuracySpread("kind", 0.5, [.. Enumerable.Range(0, models).Select(
            model => ($"{model}", Groups: new[] { ("a", new[] { 0.5 }), ("b", [1.0]) }.AsEnumerable()))]))["data"]!;
        double At(int model, int group) => (double)data[2 * model + 1]!["x"]![group]!;

        Assert.True(At(models - 1, 0) - At(0, 0) < At(0, 1) - At(models - 1, 0));
    }

    [Fact]
    public void No_mean_is_written_across_the_line_of_guessing() => Assert.Equal(
        """["top right","bottom right","middle right"]""",
        Json(Show.AccuracySpread("kind", 0.5, ("one", [("a", [0.5]), ("b", [0.48]), ("c", [0.6])])))
            ["data"]![1]!["textposition"]!.ToJsonString());

    [Fact]
    public void Without_a_level_of_guessing_the_axis_shows_where_the_accuracies_are()
    {
        var json = Json(Show.AccuracySpread("dropout", null, ("one", [("0", [0.9, 0.95])])));

        Assert.Equal(2, json["data"]!.AsArray().Count);
        Assert.InRange((double)json["layout"]!["yaxis"]!["range"]![0]!, 0.88, 0.9);
        Assert.DoesNotContain("guessing", (string)json["layout"]!["title"]!["text"]!);
    }

    [Fact]
    public void A_grid_puts_each_setting_in_its_place_in_whatever_order_it_comes()
    {
        var map = Json(Show.AccuracyGrid("h", "e", [(8, 1, [0.8]), (4, 2, [0.5, 0.7]), (4, 1, [0.9]), (8, 2, [1])]));

        Assert.Equal("[[0.9,0.6],[0.8,1]]", map["data"]![0]!["z"]!.ToJsonString());
        Assert.Contains("50.0 – 70.0", (string)map["data"]![0]!["text"]![0]![1]!);
        Assert.Equal("""["4","8"]""", map["layout"]!["yaxis"]!["ticktext"]!.ToJsonString());
    }

    [Fact]
    public void Dynamics_ring_the_lowest_loss_of_each_curve()
    {
        var data = Json(Show.Dynamics(("held out", [(10, 0.7, 0.5), (20, 0.2, 0.9), (30, 0.4, 0.8)])))["data"]!;

        Assert.Equal("[0.5,0.9,0.8]", data[1]!["y"]!.ToJsonString());
        Assert.Equal(("[20]", "[0.2]"), (data[2]!["x"]!.ToJsonString(), data[2]!["y"]!.ToJsonString()));
    }

    [Fact]
    public void A_scorecard_writes_each_measure_in_its_own_form()
    {
        var json = Json(Show.Scorecard(
            [("right", "0.0%"), ("parameters", "N0")], ("one", [0.5, 1234]), ("other", [1, 56_789])));

        Assert.Equal("""["50.0%","100.0%"]""", json["data"]![0]!["text"]!.ToJsonString());
        Assert.Equal("""["1,234","56,789"]""", json["data"]![1]!["text"]!.ToJsonString());
        Assert.Equal("parameters", (string)json["layout"]!["xaxis2"]!["title"]!["text"]!);
    }

    [Fact]
    public void What_cannot_be_shown_is_told()
    {
        Refused(() => Show.AccuracySpread("kind", 0.5), "Was the training run");
        Refused(() => Show.AccuracySpread("kind", 0.5, ("one", [("a", [])])), "one accuracy or more");
        Refused(() => Show.AccuracySpread("kind", 0.5, ("one", [("a", [97])])), "in percent?");
        Refused(
            () => Show.AccuracySpread("kind", 0.5, ("one", [("a", [1])]), ("two", [("b", [1])])),
            "two has other groups than one: expected a");
        Refused(() => Show.AccuracyGrid("h", "e", []), "0 cells");
        Refused(() => Show.AccuracyGrid("h", "e", [(1, 1, [1]), (1, 1, [1])]), "2 cells", "1 × 1");
        Refused(() => Show.AccuracyGrid("h", "e", [(1, 1, [1]), (2, 2, [1])]), "2 × 2");
        Refused(() => Show.Dynamics(), "Was the training run");
        Refused(() => Show.Scorecard([("right", "0")]), "no measure or no model");
        Refused(() => Show.Scorecard([("right", "0")], ("one", [1, 2])), "one has 2 values, expected 1");
    }

    private static void Refused(Func<GenericChart> draw, params string[] parts)
    {
        var message = Assert.Throws<ArgumentException>(draw).Message;
        Assert.All(parts, part => Assert.Contains(part, message));
    }

    private static JsonNode Json(GenericChart chart) =>
        JsonNode.Parse(chart.ToDisplayString("application/vnd.plotly.v1+json"))!;
}
