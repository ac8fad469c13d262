using SequenceModels.Layers;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests;

public class TransformerBlocks
{
    [Theory]
    [InlineData("transformer-block", false, false)]
    [InlineData("transformer-block-norm-first", true, true)]
    public void A_block_and_all_its_gradients_agree_with_PyTorch(string name, bool normFirst, bool causal)
    {
        var golden = Golden.Read(name);
        var block = new TransformerBlock(6, new TorchRandom(0), heads: 2, innerWidth: 10, normFirst);
        block.Load(golden.ParametersOf(block));
        var (x, mask) = (golden["x"].RequireGrad(), golden["mask"]);

        var (output, _) = block.Forward(x, mask, causal);

        golden.TrainingAgrees(block, x, output);
    }

    [Fact]
    public void A_block_starts_with_PyTorch_s_values()
    {
        var golden = Golden.Read("transformer-block-start");

        var block = new TransformerBlock(6, new TorchRandom(42), heads: 2, innerWidth: 10);

        Assert.Equal(12, block.NamedParameters().Count());
        Assert.All(block.NamedParameters(), named => golden.Agrees(named.Name, named.Parameter));
    }

    [Fact]
    public void Layer_normalization_and_all_its_gradients_agree_with_PyTorch()
    {
        var golden = Golden.Read("layer-norm");
        var norm = new LayerNorm(6);
        norm.Load(golden.ParametersOf(norm));
        var x = golden["x"].RequireGrad();

        var output = norm.Forward(x);

        golden.TrainingAgrees(norm, x, output);
    }

    [Fact]
    public void Normalized_vectors_have_mean_0_and_variance_1_and_a_constant_one_becomes_0()
    {
        var x = Tensor.Concat([Tensor.Randn(new TorchRandom(1), 3, 8) * 5 + 2, Tensor.Full(7, 1, 8)]);

        var y = new LayerNorm(8).Forward(x);

        Assert.All(y.Mean(-1).ToArray(), mean => Assert.Equal(0, mean, 1e-5f));
        Assert.All((y * y)[..3].Mean(-1).ToArray(), variance => Assert.Equal(1, variance, 1e-4f));
        Assert.All(y[3].ToArray(), number => Assert.Equal(0, number));
    }

    [Fact]
    public void Padding_changes_nothing_and_a_causal_block_does_not_see_what_comes_later()
    {
        var rng = new TorchRandom(2);
        var (block, x) = (new TransformerBlock(6, rng, heads: 2), Tensor.Randn(rng, 1, 5, 6));
        var mask = Tensor.FromArray(new float[,] { { 1, 1, 1, 0, 0 } });

        var alone = block.Forward(x[.., ..3]).Output;

        Assert.True(block.Forward(x, mask).Output[.., ..3].AllClose(alone, 1e-5f, 1e-6f));
        Assert.True(block.Forward(x, causal: true).Output[.., ..3]
            .AllClose(block.Forward(x[.., ..3], causal: true).Output, 1e-5f, 1e-6f));
    }

    [Fact]
    public void Wrong_shapes_are_explained()
    {
        var block = new TransformerBlock(6, new TorchRandom(1));

        Refused.With<ArgumentException>("x is (5, 6), expected (batch, length, 6): is the batch axis missing?",
            () => block.Forward(Tensor.Zeros(5, 6)));
        Refused.With<ArgumentException>("x is (2, 5), expected (…, 6).", () => new LayerNorm(6).Forward(Tensor.Zeros(2, 5)));
        Refused.With<ArgumentException>("heads is 4, expected a divisor of the width, which is 6.",
            () => new TransformerBlock(6, new TorchRandom(1), heads: 4));
    }
}
