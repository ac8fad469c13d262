using SequenceModels.Layers;
using SequenceModels.Tasks;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests.Claims;

/// <summary>Who remembers a symbol over 30 steps of distraction, and who does not, over three seeds.</summary>
[Trait("Category", "claims")]
public class Recalling
{
    private const int Width = 8, Hidden = 24;
    private const float LearningRate = 0.005f;

    [Theory]
    [MemberData(nameof(Learning.Seeds), MemberType = typeof(Learning))]
    public void An_LSTM_with_forget_bias_3_reaches_95_percent_in_200_steps(int seed) =>
        Assert.Contains(Delayed(rng => new Lstm(Width, Hidden, rng, forgetBias: 3), 200, seed), share => share >= 0.95f);

    [Theory]
    [MemberData(nameof(Learning.Seeds), MemberType = typeof(Learning))]
    public void A_GRU_with_update_bias_3_reaches_95_percent_in_200_steps(int seed) =>
        Assert.Contains(Delayed(rng => new Gru(Width, Hidden, rng, updateBias: 3), 200, seed), share => share >= 0.95f);

    [Theory]
    [MemberData(nameof(Learning.Seeds), MemberType = typeof(Learning))]
    public void A_plain_network_stays_below_40_percent_for_400_steps(int seed) =>
        Assert.All(Delayed(rng => new Rnn(Width, Hidden, rng), 400, seed), share => Assert.InRange(share, 0, 0.4f));

    [Theory]
    [MemberData(nameof(Learning.Seeds), MemberType = typeof(Learning))]
    public void Without_its_bias_an_LSTM_stays_below_40_percent_for_400_steps(int seed) =>
        Assert.All(Delayed(rng => new Lstm(Width, Hidden, rng), 400, seed), share => Assert.InRange(share, 0, 0.4f));

    [Theory]
    [MemberData(nameof(Learning.Seeds), MemberType = typeof(Learning))]
    public void A_student_s_leaky_cell_reaches_95_percent_in_200_steps(int seed) => Assert.Contains(
        Delayed(rng => new Unrolled(new LeakyCell(Width, Hidden, rng)), 200, seed, 0.01f), share => share >= 0.95f);

    [Theory]
    [MemberData(nameof(Learning.Seeds), MemberType = typeof(Learning))]
    public void A_student_s_LSTM_of_1997_reaches_95_percent_in_200_steps(int seed) => Assert.Contains(
        Delayed(rng => new UnrolledMemory(new UnforgettingCell(Width, Hidden, rng)), 200, seed, 0.01f),
        share => share >= 0.95f);

    private static IEnumerable<float> Delayed(
        Func<TorchRandom, RecurrentLayer> make, int steps, int seed, float learningRate = LearningRate) =>
        Learning.Accuracies(new DelayedRecall(30), make, learningRate, steps, seed);
}
