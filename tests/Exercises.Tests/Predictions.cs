using System.Text.Json.Nodes;
using SequenceModels;
using SequenceModels.Charts;

namespace Exercises.Tests;

public sealed class Predictions
{
    [Theory]
    [InlineData(1, "✓ bags: 1, as you predicted.")]
    [InlineData(3, "✗ bags: it is 1. You predicted 3, 3 times too high.")]
    [InlineData(null, "… bags: it is 1. (There was no prediction.)")]
    public void A_guess_is_compared_when_the_answer_is_seen(int? guess, string line)
    {
        Check.Predict("bags", guess);

        Assert.Equal(line, Check.Reveal("bags", 1).ToString());
    }

    [Theory]
    [InlineData(51, 50, "≈ p: 50. Your prediction was close: 51.")]
    [InlineData(60, 50, "✗ p: it is 50. You predicted 60, 10 too high.")]
    [InlineData(5, 0.5, "✗ p: it is 0.5. You predicted 5, 10 times too high.")]
    [InlineData(10, 100, "✗ p: it is 100. You predicted 10, 10 times too low.")]
    [InlineData(0, 4, "✗ p: it is 4. You predicted 0, 4 too low.")]
    [InlineData("about half", 50, "✗ p: it is 50. You predicted about half.")]
    [InlineData("50 %", 50, "✓ p: 50, as you predicted.")]
    public void A_guess_is_compared_by_how_far_it_is_off(object guess, object actual, string line)
    {
        Check.Predict("p", guess);

        Assert.Equal(line, Check.Reveal("p", actual).ToString());
    }

    [Theory]
    [InlineData(60, 0.6)]
    [InlineData("60 %", 0.6)]
    [InlineData(null, null)]
    [InlineData("most of them", null)]
    public void One_number_is_a_star_on_the_chart_that_it_was_about(object? guess, double? height)
    {
        Check.Predict("share", guess);
        var chart = Show.AccuracyAgainst("delay", null, ("RNN", [(1, 0.9), (5, 0.4)]));

        var traces = Plotly.NET.GenericChart.toJson(chart.WithGuess("share", at: 5, unit: 0.01));

        Assert.Equal(height, (double?)JsonNode.Parse(traces)!["data"]!.AsArray().FirstOrDefault(trace => (string?)trace!["name"] == "your guess")?["y"]![0]);
    }

    [Fact]
    public void Of_several_guesses_each_is_told()
    {
        Check.Predict("two", new[] { 50, 50 });
        Assert.Equal("✗ two: it is (100, 13). You predicted (50, 50): the first is 50 too low; the second is 3.85 times too high.",
            Check.Reveal("two", new[] { 100, 13 }).ToString());
        Check.Predict("two", new[] { 98, 50 });
        Assert.Contains("the first is close; the second is 3.85 times too high", Check.Reveal("two", new[] { 100, 13 }).Message);
        Check.Predict("two", new[] { 98, 15 });
        Assert.Equal(Outcome.Close, Check.Reveal("two", new[] { 100, 13 }).Outcome);
    }

    [Fact]
    public void A_shape_is_not_nearly_right()
    {
        Check.Predict("shape near", (2, 10, 127));

        Assert.Contains("the third is 1 too low", Check.Reveal("shape near", new Shape(2, 10, 128)).Message);
    }

    [Fact]
    public void A_second_guess_replaces_the_first()
    {
        Check.Predict("again", (2, 128, 10));
        Assert.Equal("Your prediction: (2, 10, 128). Run on to see.", Check.Predict("again", (2, 10, 128)).ToString());

        Assert.True(Check.Reveal("again", new Shape(2, 10, 128)).Passed);
    }

    [Fact]
    public void An_answer_without_a_prediction_is_shown_all_the_same() =>
        Assert.Equal("… unasked: it is 2. (There was no prediction.)", Check.Reveal("unasked", 2).ToString());

    [Fact]
    public void An_empty_guess_is_no_error() =>
        Assert.Contains("not answered yet", Check.Predict("empty", null).ToString());
}
