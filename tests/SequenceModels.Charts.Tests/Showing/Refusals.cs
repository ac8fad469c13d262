using Plotly.NET;

namespace SequenceModels.Charts.Tests.Showing;

public sealed class Refusals
{
    [Fact]
    public void States_with_swapped_axes_are_told() =>
        Refused(() => Show.HiddenStates(["a", "b"], new float[3, 2]), "(3, 2), expected (2, units)", "Swapped axes?");

    [Fact]
    public void An_empty_sentence_is_told() =>
        Refused(() => Show.HiddenStates([], new float[0, 3]), "The sentence has no words");

    [Fact]
    public void Sentences_of_different_lengths_cannot_be_subtracted() => Refused(
        () => Show.HiddenStateDifference(["a"], new float[1, 3], ["a", "b"], new float[2, 3]),
        "(1, 3) and (2, 3)", "equally many words");

    [Fact]
    public void A_batch_is_no_sentence() =>
        Refused(() => Show.HiddenStates(["a"], Tensor.Zeros(2, 1, 3)), "(2, 1, 3), expected (words", "states[0]");

    [Fact]
    public void A_curve_without_values_is_told() =>
        Refused(() => Show.TrainingCurves("loss", ("RNN", Array.Empty<double>())), "Was the training run");

    [Fact]
    public void Bits_that_nobody_measured_or_that_are_no_number_are_told()
    {
        Refused(() => Show.BitsDuringTraining(4, ("RNN", [])), "Was the training run");
        Refused(() => Show.BitsDuringTraining(4, ("RNN", [(1, double.NaN)])), "numbers from 0 on");
        Refused(() => Show.BleuDuringTraining(("RNN", [])), "Was the training run");
        Refused(() => Show.BleuDuringTraining(("RNN", [(1, 101)])), "from 0 to 100");
    }

    [Fact]
    public void Two_empty_bags_are_told() => Refused(() => Show.BagOfWords(" ", "!"), "Neither sentence has a word");

    [Fact]
    public void A_percentage_is_no_share() =>
        Refused(() => Show.Accuracies(("RNN", 98.5)), "RNN is 98.5", "Given in percent?");

    private static void Refused(Func<GenericChart> draw, params string[] parts)
    {
        var message = Assert.Throws<ArgumentException>(draw).Message;
        Assert.All(parts, part => Assert.Contains(part, message));
    }
}
