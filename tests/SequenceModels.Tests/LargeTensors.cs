using SequenceModels.Layers;
using SequenceModels.Numerics;
using SequenceModels.Training;

namespace SequenceModels.Tests;

/// <summary>What cores share gives the bits that one core gives alone: values and gradients.</summary>
public class LargeTensors
{
    public static TheoryData<int[], int[]> Shapes => new()
    {
        { [300, 400], [300, 400] },
        { [300, 401], [401] },
        { [300, 401], [300, 1] },
        { [40, 50, 60], [40, 1, 60] },
        { [40, 50, 60], [50, 1] },
        { [40, 50, 60], [40, 1, 1] },
        { [1, 120_001], [1] },
        { [60, 1, 70, 30], [1, 5, 1, 30] },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Of_operators(int[] one, int[] other) => AssertSame(rng =>
    {
        var (a, b) = (Tensor.Randn(rng, one).RequireGrad(), Tensor.Randn(rng, other).RequireGrad());
        var y = Tensor.Maximum(a * b + a, b - a / b).MaskedFill(b.Relu(), 2);
        (y * Tensor.Randn(rng, y.Shape)).Sum().Backward();
        return [y, a.Grad!, b.Grad!];
    });

    public static TheoryData<string, Func<Tensor, Tensor>> Functions => new()
    {
        { "Softmax", x => x.Softmax() },
        { "LogSoftmax", x => x.LogSoftmax() },
        { "Softmax of the first axis", x => x.Softmax(0) },
        { "Mean of rows", x => x.Mean(-1, keep: true) },
        { "Mean in the middle", x => x.Mean(1) },
        { "Mean of the first axis", x => x.Mean(0) },
        { "Transpose", x => x.Transpose(0, 1) },
        { "Transpose of rows", x => x.Transpose() },
        { "Flip", x => x.Flip(1) },
        { "Part", x => x[3.., .., 1..] },
        { "Expand", x => x[0].Unsqueeze(0).Expand(80, 50, 70) },
        { "Tanh", x => x.Tanh() },
        { "Relu", x => x.Relu() },
        { "LayerNorm", x => new LayerNorm(70).Forward(x) },
    };

    [Theory]
    [MemberData(nameof(Functions), DisableDiscoveryEnumeration = true)]
    public void Of_functions(string name, Func<Tensor, Tensor> function) => AssertSame(rng =>
    {
        var x = Tensor.Randn(rng, 30, 50, 70).RequireGrad();
        var y = function(x);
        (y * Tensor.Randn(rng, y.Shape)).Sum().Backward();
        return [y, x.Grad!];
    }, name);

    [Fact]
    public void Of_a_Transformer_that_learns() => AssertSame(rng =>
    {
        var (block, norm) = (new TransformerBlock(64, rng, heads: 4), new LayerNorm(64));
        Parameter[] parameters = [.. block.Parameters(), .. norm.Parameters()];
        var x = Tensor.Randn(rng, 16, 40, 64);
        new Trainer(new Adam(parameters, 0.01f), clipNorm: 1).Run(
            Enumerable.Range(0, 5), _ => Loss.CrossEntropy(norm.Forward(block.Forward(x, causal: true).Output), Tensor.Zeros(16, 40)));
        return parameters;
    });

    private static void AssertSame(Func<TorchRandom, Tensor[]> compute, string? name = null)
    {
        var limit = Workers.Limit;
        try
        {
            Workers.Limit = 1;
            var alone = compute(new TorchRandom(5));
            Workers.Limit = 2;
            Assert.All(alone.Zip(compute(new TorchRandom(5))), pair => Assert.True(
                pair.First.ToArray().SequenceEqual(pair.Second.ToArray()), name));
        }
        finally
        {
            Workers.Limit = limit;
        }
    }
}
