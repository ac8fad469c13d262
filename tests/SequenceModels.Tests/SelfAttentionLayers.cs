using CsCheck;
using SequenceModels.Layers;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests;

public class SelfAttentionLayers
{
    [Theory]
    [InlineData("self-attention", 1, false)]
    [InlineData("self-attention-padded", 2, false)]
    [InlineData("self-attention-causal", 3, true)]
    [InlineData("self-attention-padded-causal", 2, true)]
    public void Output_weights_of_each_head_and_all_gradients_agree_with_PyTorch(string name, int heads, bool causal)
    {
        var golden = Golden.Read(name);
        var attention = new SelfAttention(6, new TorchRandom(0), heads);
        attention.Load(golden.ParametersOf(attention));
        var x = golden["x"].RequireGrad();

        var (output, weights) = attention.Forward(x, golden["mask"], causal);

        golden.TrainingAgrees(attention, x, output);
        golden.Agrees("weights", weights);
    }

    [Fact]
    public void Starts_with_PyTorch_s_values()
    {
        var golden = Golden.Read("self-attention-start");

        var attention = new SelfAttention(6, new TorchRandom(42), heads: 2);

        Assert.Equal(
            ["in_proj_weight", "in_proj_bias", "out_proj.weight", "out_proj.bias"],
            attention.NamedParameters().Select(named => named.Name));
        Assert.All(attention.NamedParameters(), named => golden.Agrees(named.Name, named.Parameter));
    }

    [Fact]
    public void Without_positions_permuted_inputs_give_permuted_outputs_and_with_them_not() =>
        Gen.Select(Gen.Int, Gen.Int[2, 7], Gen.Int[1, 3]).Sample((seed, length, heads) =>
        {
            var rng = new TorchRandom(seed);
            var attention = new SelfAttention(4 * heads, rng, heads);
            var positions = new SinusoidalPositions(4 * heads);
            var x = Tensor.Randn(rng, 1, length, 4 * heads);
            Tensor Rotated(Tensor sequence) => Tensor.Concat([sequence[.., 1..], sequence[.., ..1]], axis: 1);
            Tensor Blind(Tensor sequence) => attention.Forward(sequence).Output;
            Tensor Seeing(Tensor sequence) => Blind(positions.Forward(sequence));

            Assert.True(Blind(Rotated(x)).AllClose(Rotated(Blind(x)), 1e-4f, 1e-5f));
            Assert.False(Seeing(Rotated(x)).AllClose(Rotated(Seeing(x)), 1e-3f, 1e-4f));
        }, iter: 50);

    [Fact]
    public void A_causal_output_does_not_depend_on_what_comes_later()
    {
        var rng = new TorchRandom(3);
        var attention = new SelfAttention(6, rng, heads: 2);
        var x = Tensor.Randn(rng, 2, 20, 6);

        var whole = attention.Forward(x, causal: true);

        for (var length = 1; length < 20; length++)
        {
            var start = attention.Forward(x[.., ..length], causal: true);
            Assert.Equal(start.Output[.., ^1].ToArray(), whole.Output[.., length - 1].ToArray());
            Assert.All(whole.Weights[.., .., length - 1, length..].ToArray(), weight => Assert.Equal(0, weight));
        }
    }

    [Fact]
    public void Bad_input_is_explained()
    {
        var attention = new SelfAttention(4, new TorchRandom(1), heads: 2);
        var x = Tensor.Zeros(2, 3, 4);
        var leftPadded = Tensor.FromArray(new float[,] { { 1, 1, 1 }, { 0, 0, 1 } });

        Refused.With<ArgumentException>("heads is 3, expected a divisor of the width, which is 4.",
            () => new SelfAttention(4, new TorchRandom(1), heads: 3));
        Refused.With<ArgumentException>("x is (3, 4), expected (batch, length, 4): is the batch axis missing?",
            () => attention.Forward(x[0]));
        Refused.With<ArgumentException>("mask is (3, 2), expected (2, 3): swapped axes?",
            () => attention.Forward(x, Tensor.Ones(3, 2)));
        Refused.With<ArgumentException>("mask hides all keys of sequence 1: there is nothing to look at.",
            () => attention.Forward(x, leftPadded * Tensor.FromArray([1f, 0], 2, 1)));
        Refused.With<ArgumentException>(
            "mask hides all keys of sequence 1 up to position 0, and causal attention sees no later ones: "
            + "is the padding on the left?", () => attention.Forward(x, leftPadded, causal: true));
        Refused.With<ArgumentException>("x holds NaN at position 3 (of (1, 1, 4)), expected finite numbers.",
            () => attention.Forward(Tensor.FromArray([0, 1, 2, float.NaN], 1, 1, 4)));
    }
}
