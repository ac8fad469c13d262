using SequenceModels.Layers;
using SequenceModels.Probes;

namespace SequenceModels.Tests.Probes;

public class AttentionTraces
{
    private static readonly Tensor _x = Tensor.Randn(new TorchRandom(2), 5, 6);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Self_attention_s_weights_are_the_softmax_of_its_scores(bool places)
    {
        var layer = new SelfAttention(6, new TorchRandom(1), heads: 2);
        var positions = places ? new SinusoidalPositions(6) : null;

        var trace = SelfAttentionTrace.Of(layer, _x, positions);

        var (output, weights) = layer.Forward(positions?.Forward(_x.Unsqueeze(0)) ?? _x.Unsqueeze(0));
        Same(output[0], trace.Output);
        Same(weights[0], trace.Weights);
        Same(trace.Scores.Softmax(), trace.Weights);
        Same(_x, trace.X);
        Assert.Equal(places, trace.Positions is not null);
    }

    [Fact]
    public void Under_a_causal_mask_nobody_looks_ahead() => Assert.Equal(
        0, SelfAttentionTrace.Of(new SelfAttention(6, new TorchRandom(1)), _x, causal: true).Weights[0, 0, 1].Item());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_block_s_parts_add_up_to_what_goes_out(bool normFirst)
    {
        var block = new TransformerBlock(6, new TorchRandom(1), heads: 2, normFirst: normFirst);

        var trace = TransformerTrace.Of(block, _x);

        var (output, weights) = block.Forward(_x.Unsqueeze(0));
        Same(output[0], trace.Output);
        Same(weights[0], trace.Weights);
        Same(trace.Scores.Softmax(), trace.Weights);
        Same(block.Attention.Forward((normFirst ? trace.Norm1 : _x).Unsqueeze(0)).Output[0], trace.Looked);
        if (normFirst)
        {
            Same(_x + trace.Looked, trace.Middle);
            Same(trace.Middle + trace.Fed, trace.Output);
        }
        else
        {
            Same(trace.Norm1, trace.Middle);
            Same(trace.Norm2, trace.Output);
        }
    }

    private static void Same(Tensor expected, Tensor actual) => Assert.True(expected.AllClose(actual, absolute: 1e-6f));
}
