using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;

namespace SequenceModels.Charts.Tests.Showing;

public sealed class WhatToSee
{
    public WhatToSee() => OfflineCharts.Start();

    [Theory]
    [InlineData("was good, not bad", "Was bad not good!", "The same bag")]
    [InlineData("was good", "was good", "The same words in the same order")]
    [InlineData("The movie was not good", "The movie was good, not great", "“great” alone tells them apart")]
    [InlineData("a b", "c d", "“a”, “b”, “c” and “d” tell them apart")]
    [InlineData("good good", "good", "“good” alone tells them apart")]
    public void Bags_are_compared_by_words_and_counts(string first, string second, string see) =>
        Assert.Contains(see, Text(Show.BagOfWords(first, second)));

    [Fact]
    public void Of_equal_bags_the_places_are_shown_and_coloured_where_the_words_differ()
    {
        var map = Data(Show.BagOfWords("Was good, not bad", "was bad not good"));

        Assert.Equal("[[0,0.5,0,0.5],[0,0.5,0,0.5]]", map["z"]!.ToJsonString());
        Assert.Equal("""["was","bad","not","good"]""", map["text"]![1]!.ToJsonString());
    }

    [Fact]
    public void A_bar_below_guessing_is_said_to_mislead_and_only_where_there_is_one()
    {
        Assert.Contains("below it something that misleads", Text(Show.Accuracies(("a", 0.5), ("b", 0.3))));
        Assert.DoesNotContain("misleads", Text(Show.Accuracies(("a", 0.5), ("b", 0.49))));
    }

    [Fact]
    public void Units_that_keep_their_state_have_a_chart_and_a_caption_of_their_own()
    {
        var chart = Show.SharesKept("first symbol", ["a", "b"], Tensor.FromArray(new[,] { { 0f, 1 }, { 1, 0 } }));

        Assert.Equal("[[0,1],[1,0]]", Data(chart)["z"]!.ToJsonString());
        Assert.Contains("See which units hold on in each column", Text(chart));
    }

    [Fact]
    public void Rows_are_units_and_columns_are_words()
    {
        var z = Data(Show.HiddenStates(["a", "b"], new[,] { { 1f, 2f, 3f }, { 4f, 5f, 6f } }))["z"]!;

        Assert.Equal("[[1,4],[2,5],[3,6]]", z.ToJsonString());
    }

    [Fact]
    public void A_tensor_of_states_draws_like_a_table()
    {
        var states = Tensor.FromArray([0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f]);
        var table = Data(Show.HiddenStates(["a", "b"], new[,] { { 0.1f, 0.2f, 0.3f }, { 0.4f, 0.5f, 0.6f } }));

        Assert.Equal(table.ToJsonString(), Data(Show.HiddenStates(["a", "b"], states.Reshape(2, 3))).ToJsonString());
        Assert.Equal(table.ToJsonString(), Data(Show.HiddenStates(["a", "b"], states.Reshape(1, 2, 3))).ToJsonString());
    }

    [Fact]
    public void Colours_are_centred_on_zero()
    {
        var small = Data(Show.HiddenStates(["a"], new[,] { { 0.1f, -0.2f } }));
        var large = Data(Show.HiddenStates(["a"], new[,] { { 0.1f, -7f } }));

        Assert.Equal((-1, 1), ((double)small["zmin"]!, (double)small["zmax"]!));
        Assert.Equal((-7, 7), ((double)large["zmin"]!, (double)large["zmax"]!));
    }

    [Fact]
    public void A_difference_is_the_second_minus_the_first_and_names_the_change()
    {
        var chart = Show.HiddenStateDifference(
            ["a", "b"], new[,] { { 1f }, { 1f } }, ["a", "c"], new[,] { { 1f }, { 3f } });

        Assert.Equal("[[0,2]]", Data(chart)["z"]!.ToJsonString());
        Assert.Contains("Before “c” nothing differs", Text(chart));
        Assert.Contains("b → c", chart.ToDisplayString("application/vnd.plotly.v1+json"));
    }

    [Fact]
    public void A_long_run_is_thinned_but_keeps_its_first_and_last_step()
    {
        var curve = Data(Show.TrainingCurves("loss", ("RNN", Enumerable.Range(1, 10_001).Select(step => (float)step))));
        var steps = curve["x"]!.AsArray().Select(step => (int)step!).ToArray();

        Assert.Equal((1, 10_001), (steps[0], steps[^1]));
        Assert.InRange(steps.Length, 300, 401);
        Assert.Equal(steps, curve["y"]!.AsArray().Select(value => (int)value!));
    }

    [Fact]
    public void A_run_that_diverged_is_named() =>
        Assert.Contains("“RNN” diverged", Text(Show.TrainingCurves("loss", ("mean", [1]), ("RNN", [1, double.NaN]))));

    private static string Text(GenericChart chart) => chart.ToDisplayString("text/plain");

    private static JsonNode Data(GenericChart chart) =>
        JsonNode.Parse(chart.ToDisplayString("application/vnd.plotly.v1+json"))!["data"]![0]!;
}
