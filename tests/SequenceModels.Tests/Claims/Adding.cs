using SequenceModels.Layers;
using SequenceModels.Tasks;

namespace SequenceModels.Tests.Claims;

/// <summary>Who adds two numbers of 50, over three seeds; 1/6 is what always answering 1 costs.</summary>
[Trait("Category", "claims")]
public class Adding
{
    private const int Hidden = 24;
    private const float Learned = 0.02f;

    [Theory]
    [MemberData(nameof(Learning.Seeds), MemberType = typeof(Learning))]
    public void A_GRU_learns_it_in_600_steps(int seed) =>
        Assert.Contains(Errors(rng => new Gru(2, Hidden, rng), 600, seed), error => error < Learned);

    [Theory]
    [MemberData(nameof(Learning.Seeds), MemberType = typeof(Learning))]
    public void An_LSTM_with_forget_bias_1_learns_it_in_1500_steps(int seed) =>
        Assert.Contains(Errors(rng => new Lstm(2, Hidden, rng, forgetBias: 1), 1500, seed), error => error < Learned);

    [Theory]
    [MemberData(nameof(Learning.Seeds), MemberType = typeof(Learning))]
    public void A_plain_network_never_leaves_the_baseline_in_900_steps(int seed) => Assert.All(
        Errors(rng => new Rnn(2, Hidden, rng), 900, seed),
        error => Assert.InRange(error, 0.8f * AddingProblem.BaselineError, 2 * AddingProblem.BaselineError));

    private static IEnumerable<float> Errors(Func<TorchRandom, RecurrentLayer> make, int steps, int seed) =>
        Learning.Errors(new AddingProblem(50), make, learningRate: 0.005f, steps, seed);
}
