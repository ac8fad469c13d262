using SequenceModels;

namespace Exercises.Tests;

public sealed class Predictions
{
    [Theory]
    [InlineData(1, "✓ bags: 1, as you predicted.")]
    [InlineData(3, "✗ bags: it is 1. You predicted 3.")]
    [InlineData(null, "… bags: it is 1. (There was no prediction.)")]
    public void A_guess_is_compared_when_the_answer_is_seen(int? guess, string line)
    {
        Check.Predict("bags", guess);

        Assert.Equal(line, Check.Reveal("bags", 1).ToString());
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
