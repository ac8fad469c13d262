using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;
using SequenceModels.Probes;

namespace SequenceModels.Charts.Tests.Showing;

public sealed class GradientsBack
{
    private static readonly GradientFlow _flow = new([0, 1e-14, 0.25, 0.5, 2]);

    public GradientsBack() => OfflineCharts.Start();

    [Fact]
    public void Curves_begin_at_the_last_step_as_parts_of_it_and_leave_out_what_vanished()
    {
        var data = Json(Show.GradientNorms(("RNN", _flow)))["data"]!;

        Assert.Equal("[1,0.25,0.125,null,null]", data[1]!["y"]!.ToJsonString());
        Assert.Equal("[1,0.9,0.81,0.729,0.656]", data[0]!["y"]!.ToJsonString());
        Assert.Equal("dash", (string)data[0]!["line"]!["dash"]!);
    }

    [Fact]
    public void The_slider_shows_one_radius_at_a_time_and_the_lecture_s_line_always()
    {
        var json = Json(Show.SpectralRadius((0.5, _flow), (1, _flow), (1.25, _flow)));
        var slider = json["layout"]!["sliders"]![0]!["steps"]!.AsArray();

        Assert.Equal(["0.5", "1.0", "1.25"], slider.Select(step => (string)step!["label"]!));
        Assert.Equal("[true,false,true,false]", slider[1]!["args"]![0]!["visible"]!.ToJsonString());
    }

    [Fact]
    public void Factors_above_1_get_a_logarithmic_axis_cut_where_the_lecture_cuts()
    {
        var (below, above) = (Json(Show.PowersOfFactors(2, 0.5)), Json(Show.PowersOfFactors(100, 1.5, 2)));

        Assert.Equal("[1,0.5,0.25]", below["data"]![0]!["y"]!.ToJsonString());
        Assert.Null(below["layout"]!["yaxis"]!["type"]);
        Assert.Equal("log", (string)above["layout"]!["yaxis"]!["type"]!);
        Assert.Equal(1e15, (double)above["data"]![1]!["y"]![100]!);
        Assert.Contains("the lecture cuts there", (string)above["layout"]!["title"]!["text"]!);
        Assert.DoesNotContain("cuts", (string)Json(Show.PowersOfFactors(100, 1.1))["layout"]!["title"]!["text"]!);
    }

    [Fact]
    public void Of_a_long_sequence_every_second_step_is_drawn()
    {
        var data = Json(Show.GradientNorms(("RNN", new([.. Enumerable.Range(1, 101).Select(norm => (double)norm)]))))["data"]!;

        Assert.All(data.AsArray(), curve => Assert.Equal((51, 2), (curve!["y"]!.AsArray().Count, (int)curve["dx"]!)));
    }

    [Fact]
    public void A_loss_that_leapt_up_gets_a_logarithmic_axis()
    {
        Assert.Equal("log", (string)Json(Show.TrainingCurves("loss", ("RNN", [2.0, 32, 1])))["layout"]!["yaxis"]!["type"]!);
        Assert.Null(Json(Show.TrainingCurves("loss", ("RNN", [2.0, 4, 1])))["layout"]!["yaxis"]!["type"]);
    }

    [Fact]
    public void Singular_values_stand_largest_first_over_their_numbers()
    {
        var trace = Json(Show.SingularValues(("W", Tensor.FromArray(new[,] { { 0.5f, 0 }, { 0, 2f } }))))["data"]![0]!;

        Assert.Equal("[2,0.5]", trace["y"]!.ToJsonString());
        Assert.Equal(1, (int)trace["x0"]!);
    }

    [Fact]
    public void Accuracies_stand_over_their_numbers_in_order()
    {
        var trace = Json(Show.AccuracyAgainst("delay", 0.25, ("RNN", [(9, 0.5), (4, 1)])))["data"]![0]!;

        Assert.Equal("[4,9] [1,0.5]", $"{trace["x"]!.ToJsonString()} {trace["y"]!.ToJsonString()}");
    }

    [Fact]
    public void An_axis_begins_where_the_points_do_and_no_line_is_drawn_where_nobody_guesses()
    {
        var json = Json(Show.AccuracyAgainst("letters", null, ("RNN", [(3, 1), (10, 0.5)])));

        Assert.Equal("[2.5,10.5]", json["layout"]!["xaxis"]!["range"]!.ToJsonString());
        Assert.Single(json["data"]!.AsArray());
        Assert.DoesNotContain("guessing", (string)json["layout"]!["title"]!["text"]!);
    }

    [Fact]
    public void What_cannot_be_drawn_is_told()
    {
        Refused(() => Show.GradientNorms(), "no gradient to show");
        Refused(() => Show.GradientNorms(("one", _flow), ("other", new([1]))), "“other” read another number of steps");
        Refused(() => Show.SpectralRadius([.. Enumerable.Repeat((1.0, _flow), 13)]), "13 cells, expected 1 to 12");
        Refused(() => Show.PowersOfFactors(100, 0.9, -1), "above 0");
        Refused(() => Show.SingularValues(), "no matrix to show");
        Refused(() => Show.AccuracyAgainst("delay", 0.25, ("RNN", [(4, 98.0)])), "given in percent?");
        Refused(() => Show.AccuracyAgainst("delay", 0.25, ("RNN", [])), "Was the training run");
    }

    private static void Refused(Func<GenericChart> draw, string part) =>
        Assert.Contains(part, Assert.Throws<ArgumentException>(draw).Message);

    private static JsonNode Json(GenericChart chart) =>
        JsonNode.Parse(chart.ToDisplayString("application/vnd.plotly.v1+json"))!;
}
