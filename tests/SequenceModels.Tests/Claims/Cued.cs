using SequenceModels.Layers;
using SequenceModels.Tasks;

namespace SequenceModels.Tests.Claims;

/// <summary>Who recalls the marked symbol of 20, over three seeds.</summary>
[Trait("Category", "claims")]
public class Cued
{
    private const int Width = 8, Hidden = 16;

    [Theory]
    [MemberData(nameof(Learning.Seeds), MemberType = typeof(Learning))]
    public void An_LSTM_with_forget_bias_2_is_perfect_in_200_steps(int seed) =>
        Assert.Contains(1f, Accuracies(rng => new Lstm(Width, Hidden, rng, forgetBias: 2), 200, seed));

    [Theory]
    [MemberData(nameof(Learning.Seeds), MemberType = typeof(Learning))]
    public void A_GRU_with_update_bias_2_is_perfect_in_200_steps(int seed) =>
        Assert.Contains(1f, Accuracies(rng => new Gru(Width, Hidden, rng, updateBias: 2), 200, seed));

    [Theory]
    [MemberData(nameof(Learning.Seeds), MemberType = typeof(Learning))]
    public void A_plain_network_is_far_from_it_after_the_100_steps_that_gates_need(int seed) =>
        Assert.All(Accuracies(rng => new Rnn(Width, Hidden, rng), 100, seed), share => Assert.InRange(share, 0, 0.8f));

    private static IEnumerable<float> Accuracies(Func<TorchRandom, RecurrentLayer> make, int steps, int seed) =>
        Learning.Accuracies(new CuedRecall(20), make, learningRate: 0.01f, steps, seed);
}
