using SequenceModels.Layers;
using SequenceModels.Training;

namespace SequenceModels.Tests;

public class AttentionGradients
{
    private static readonly Tensor Mask = Tensor.FromArray(new float[,] { { 1, 1, 1 }, { 1, 0, 0 } });

    public static TheoryData<string, Attention> Attentions => new()
    {
        { "additive", new AdditiveAttention(4, 5, 3, new TorchRandom(1)) },
        { "dot", new DotProductAttention() },
        { "general", new DotProductAttention(4, 5, new TorchRandom(3)) },
        { "scaled", new DotProductAttention(scaled: true) },
    };

    [Theory]
    [MemberData(nameof(Attentions))]
    public void Agree_with_finite_differences(string name, Attention attention)
    {
        var rng = new TorchRandom(name.Length);
        var query = Tensor.Randn(rng, 2, 2, 4).RequireGrad();
        var keys = Tensor.Randn(rng, 2, 3, attention.ParameterCount == 0 ? 4 : 5).RequireGrad();

        var error = Error(rng, () => attention.Forward(query, keys, Mask), [query, keys, .. attention.Parameters()]);

        Assert.InRange(error, 0, 1e-3f);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_self_attention_with_positions_and_dropout_agree_with_finite_differences(bool causal)
    {
        var rng = new TorchRandom(5);
        var attention = new SelfAttention(4, rng, heads: 2);
        var (positions, x) = (new SinusoidalPositions(4), Tensor.Randn(rng, 2, 3, 4).RequireGrad());
        Tensor Seen() => new Dropout(0.3f, new TorchRandom(6)).Forward(positions.Forward(x));

        var error = Error(rng, () => attention.Forward(Seen(), Mask, causal), [x, .. attention.Parameters()]);

        Assert.InRange(error, 0, 1e-3f);
    }

    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(2, 3, 5, 7)]
    [InlineData(3, 17, 16, 64)]
    [InlineData(64, 5, 9, 33)]
    public void The_fused_additive_score_equals_its_equation(int batch, int queries, int length, int hidden)
    {
        var rng = new TorchRandom(hidden);
        var attention = new AdditiveAttention(6, 4, hidden, rng);
        var query = Tensor.Randn(rng, batch, queries, 6).RequireGrad();
        var keys = Tensor.Randn(rng, batch, length, 4).RequireGrad();
        Tensor[] inputs = [query, keys, .. attention.Parameters()];
        var probe = Tensor.Randn(rng, batch, queries, length);

        var fused = Gradients(attention.Score(query, keys));
        var (q, k) = (query.Linear(attention.WeightQuery), keys.Linear(attention.WeightKey));
        var composed = Gradients((q.Unsqueeze(2) + k.Unsqueeze(1)).Tanh().MatMul(attention.V));

        Assert.All(fused.Zip(composed), pair => Assert.True(pair.First.AllClose(pair.Second, 1e-4f, 1e-5f)));

        Tensor[] Gradients(Tensor score)
        {
            Array.ForEach(inputs, input => input.ZeroGrad());
            score.Backward(probe);
            return [score, .. inputs.Select(input => input.Grad!.Detach())];
        }
    }

    [Fact]
    public void A_frozen_part_of_the_additive_score_gets_no_gradient_and_changes_none()
    {
        var attention = new AdditiveAttention(2, 2, 3, new TorchRandom(1));
        var (query, keys) = (Tensor.Ones(1, 2, 2), Tensor.Randn(new TorchRandom(2), 1, 3, 2));
        attention.Score(query, keys).Sum().Backward();
        var expected = attention.WeightQuery.Grad!.ToArray();
        attention.WeightQuery.ZeroGrad();
        attention.V.RequireGrad(false).ZeroGrad();
        attention.WeightKey.RequireGrad(false).ZeroGrad();

        attention.Score(query, keys).Sum().Backward();

        Assert.Equal(expected, attention.WeightQuery.Grad.ToArray());
        Assert.All(
            [.. attention.V.Grad!.ToArray(), .. attention.WeightKey.Grad!.ToArray()], value => Assert.Equal(0, value));
    }

    private static float Error(
        TorchRandom rng, Func<(Tensor Result, Tensor Weights)> attend, IEnumerable<Tensor> inputs)
    {
        var (result, weights) = attend();
        var (probe, probeOfWeights) = (Tensor.Randn(rng, result.Shape), Tensor.Randn(rng, weights.Shape));
        return GradientCheck.LargestError(() =>
        {
            var (y, a) = attend();
            return (y * probe).Sum() + (a * probeOfWeights).Sum();
        }, inputs);
    }
}
