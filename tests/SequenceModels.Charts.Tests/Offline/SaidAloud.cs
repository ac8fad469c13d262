using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;

namespace SequenceModels.Charts.Tests.Offline;

public sealed class SaidAloud
{
    public SaidAloud() => OfflineCharts.Start();

    [Fact]
    public void A_short_series_is_told_whole_by_the_names_of_its_places() => Assert.EndsWith(
        "0.5 at mean pooling, 1 at RNN.", Said(Show.Accuracies(("mean pooling", 0.5), ("RNN", 1))));

    [Fact]
    public void Of_a_long_series_the_ends_and_the_extremes_are_told() => Assert.EndsWith(
        "RNN: 2 at 1, 0.5 at 20, 9 at 30, 3 at 40.",
        Said(Show.TrainingCurves("loss", ("RNN", Enumerable.Range(1, 40).Select(
            step => step switch { 1 => 2.0, 20 => 0.5, 30 => 9, 40 => 3, _ => 2.5 })))));

    [Fact]
    public void Of_a_map_the_extremes_are_told_with_their_word_and_unit() => Assert.EndsWith(
        "4 cells, from -0.9 at b, 0 to 0.75 at a, 1.",
        Said(Show.HiddenStates(["a", "b"], new[,] { { 0.5f, 0.75f }, { -0.9f, 0.1f } })));

    [Fact]
    public void Each_model_s_mean_over_seeds_is_told_by_its_group() => Assert.EndsWith(
        "one: 0.6 at a, 1 at b. other: 0.9 at a, 0.8 at b.",
        Said(Show.AccuracySpread(
            "kind", null, ("one", [("a", [0.5, 0.7]), ("b", [1])]), ("other", [("a", [0.9]), ("b", [0.8])]))));

    [Fact]
    public void What_is_behind_a_slider_is_not_told()
    {
        var chart = Show.AttentionDuringTraining(["a"], ["b"], (1, Tensor.Full(0.25f, 1, 1)), (2, Tensor.Ones(1, 1)));

        Assert.EndsWith("1 cells, from 0.25 at a, b to 0.25 at a, b.", Said(chart));
    }

    [Fact]
    public void Bars_that_lie_are_told_by_the_names_on_their_upright_axis() => Assert.Contains(
        "0.75 at averaging, 1 at LSTM.", Said(Show.Scorecard([("right", "0.0%")], ("averaging", [0.75]), ("LSTM", [1]))));

    [Fact]
    public void Large_counts_are_told_in_figures() => Assert.EndsWith(
        "24,832 at RNN, 99,328 at LSTM.", Said(Show.ParameterCounts(("RNN", 24_832), ("LSTM", 99_328))));

    [Fact]
    public void Charts_of_a_student_s_own_are_told_whatever_their_axes_are()
    {
        var own = GenericChart.ofTraceObjects<Trace[]>(false, [
            new Trace("bar").With(("x", new[] { "a", "b" }), ("y", new[] { 1, 2 })),
            new Trace("scatter3d").With(("z", new[] { 1, 2 })), new Trace("pie").With(("values", new[] { 1 }))]);

        Assert.EndsWith("1 at a, 2 at b.", Said(own));
    }

    [Theory, MemberData(nameof(Pictures.Names), MemberType = typeof(Pictures))]
    public void Every_picture_says_its_numbers(string name) =>
        Assert.Matches(name == "NaN states" ? "overflowed" : @"\n.*\n.*\d", Said(Pictures.All[name]()));

    private static string Said(GenericChart chart) => chart.ToDisplayString("text/plain");
}
