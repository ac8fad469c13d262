using SequenceModels.Layers;
using SequenceModels.Tests.Infra;
using SequenceModels.Training;

namespace SequenceModels.Tests;

/// <summary>Each layer's derivatives, by its parameters and by its inputs, against finite differences, with a weighted sum
/// of all its outputs as the loss.</summary>
public class LayerGradients
{
    private const float Tolerance = 1e-3f;

    private static readonly Tensor _mask = Tensor.FromArray(new float[,] { { 1, 1, 1, 1 }, { 1, 1, 0, 0 } });

    public static TheoryData<string, int[][], Func<TorchRandom, Module>, Func<Module, Tensor[], Tensor[]>> Layers() => new()
    {
        { "Linear", [[2, 3, 4]], rng => new Linear(4, 5, rng), (m, x) => [((Linear)m).Forward(x[0])] },
        { "Linear without bias", [[3, 4]], rng => new Linear(4, 2, rng, bias: false),
            (m, x) => [((Linear)m).Forward(x[0])] },
        { "Embedding", [], rng => new Embedding(5, 3, rng),
            (m, _) => [((Embedding)m).Forward(Tensor.FromArray(new[,] { { 1, 3, 1 }, { 0, 1, 4 } }))] },
        { "RnnCell", [[2, 3], [2, 4]], rng => new RnnCell(3, 4, rng), (m, x) => [((RnnCell)m).Forward(x[0], x[1])] },
        { "GruCell", [[2, 3], [2, 4]], rng => new GruCell(3, 4, rng), (m, x) => [((GruCell)m).Forward(x[0], x[1])] },
        { "LstmCell", [[2, 3], [2, 4], [2, 4]], rng => new LstmCell(3, 4, rng),
            (m, x) => Both(((LstmCell)m).Forward(x[0], (x[1], x[2]))) },
        { "Rnn of two layers, masked", [[2, 4, 3], [2, 2, 3]], rng => new Rnn(3, 3, rng, layers: 2),
            (m, x) => Both(((Rnn)m).Forward(x[0], x[1], _mask)) },
        { "Gru of two layers, masked", [[2, 4, 3], [2, 2, 3]], rng => new Gru(3, 3, rng, layers: 2),
            (m, x) => Both(((Gru)m).Forward(x[0], x[1], _mask)) },
        { "Lstm of two layers, masked", [[2, 4, 3], [2, 2, 3], [2, 2, 3]], rng => new Lstm(3, 3, rng, layers: 2),
            (m, x) => All(((Lstm)m).Forward(x[0], (x[1], x[2]), _mask)) },
        { "Gru over one sentence", [[1, 5, 2]], rng => new Gru(2, 3, rng, updateBias: 1),
            (m, x) => Both(((Gru)m).Forward(x[0])) },
        { "Lstm over one sentence", [[1, 5, 2]], rng => new Lstm(2, 3, rng, forgetBias: 1),
            (m, x) => All(((Lstm)m).Forward(x[0])) },
        { "Gru of two layers in both directions, masked", [[2, 4, 2], [4, 2, 3]],
            rng => new Gru(2, 3, rng, layers: 2, bidirectional: true), (m, x) => Both(((Gru)m).Forward(x[0], x[1], _mask)) },
        { "Unrolled", [[2, 4, 3], [2, 4]], rng => new Unrolled(new LeakyCell(3, 4, rng)),
            (m, x) => Both(((Unrolled)m).Forward(x[0], x[1], _mask)) },
        { "UnrolledMemory", [[2, 4, 3], [2, 3], [2, 3]], rng => new UnrolledMemory(new UnforgettingCell(3, 3, rng)),
            (m, x) => All(((UnrolledMemory)m).Forward(x[0], (x[1], x[2]), _mask)) },
        { "AdditiveAttention", [[2, 3, 4], [2, 4, 5]], rng => new AdditiveAttention(4, 5, 3, rng),
            (m, x) => Both(((AdditiveAttention)m).Forward(x[0], x[1], _mask)) },
        { "DotProductAttention", [[2, 3, 4], [2, 4, 4]], _ => new DotProductAttention(scaled: true),
            (m, x) => Both(((DotProductAttention)m).Forward(x[0], x[1], _mask)) },
        { "DotProductAttention, general", [[2, 3, 4], [2, 4, 5]], rng => new DotProductAttention(4, 5, rng),
            (m, x) => Both(((DotProductAttention)m).Forward(x[0], x[1], _mask)) },
        { "SelfAttention of two heads, masked and causal", [[2, 4, 6]], rng => new SelfAttention(6, rng, heads: 2),
            (m, x) => Both(((SelfAttention)m).Forward(x[0], _mask, causal: true)) },
        { "LayerNorm", [[2, 3, 5]], _ => new LayerNorm(5), (m, x) => [((LayerNorm)m).Forward(x[0])] },
        { "TransformerBlock of two heads, masked and causal", [[2, 4, 6]],
            rng => AwayFromTheKink(new TransformerBlock(6, rng, heads: 2)),
            (m, x) => Both(((TransformerBlock)m).Forward(x[0], _mask, causal: true)) },
        { "TransformerBlock of the paper", [[2, 4, 4]],
            rng => AwayFromTheKink(new TransformerBlock(4, rng, normFirst: false)),
            (m, x) => Both(((TransformerBlock)m).Forward(x[0])) },
        { "SinusoidalPositions", [[2, 4, 6]], _ => new SinusoidalPositions(6),
            (m, x) => [((SinusoidalPositions)m).Forward(x[0])] },
        { "Dropout", [[3, 4]], rng => new Dropout(0.5f, rng),
            (_, x) => [new Dropout(0.5f, new TorchRandom(7)).Forward(x[0])] }, // the same share dropped at each call
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public void Agree_with_finite_differences(
        string name, int[][] shapes, Func<TorchRandom, Module> make, Func<Module, Tensor[], Tensor[]> apply)
    {
        var rng = new TorchRandom(name.Length);
        var layer = make(rng);
        Tensor[] inputs = [.. shapes.Select(shape => Tensor.Randn(rng, shape).RequireGrad())];
        var weights = Array.ConvertAll(apply(layer, inputs), output => Tensor.Randn(rng, output.Shape));
        Tensor WeightedSum() => apply(layer, inputs).Zip(weights, (output, weight) => (output * weight).Sum())
            .Aggregate((sum, part) => sum + part);

        Assert.InRange(GradientCheck.LargestError(WeightedSum, [.. inputs, .. layer.Parameters()]), 0, Tolerance);
    }

    /// <summary>Finite differences fail where relu bends: so each of its units is clearly on, or clearly off.</summary>
    private static TransformerBlock AwayFromTheKink(TransformerBlock block)
    {
        var bias = block.NamedParameters().Single(named => named.Name == "linear1.bias").Parameter;
        var units = bias.Shape[0];
        bias.CopyFrom(Tensor.FromArray([.. Enumerable.Range(0, units).Select(unit => unit % 2 == 0 ? 4f : -4f)], units));
        return block;
    }

    private static Tensor[] Both((Tensor, Tensor) outputs) => [outputs.Item1, outputs.Item2];

    private static Tensor[] All((Tensor, (Tensor, Tensor)) outputs) =>
        [outputs.Item1, outputs.Item2.Item1, outputs.Item2.Item2];
}
