using SequenceModels.Layers;

namespace SequenceModels.Probes;

/// <summary>What self-attention does with one sentence.</summary>
/// <param name="X">The words' vectors, (length, width).</param>
/// <param name="Positions">What was added to mark their places, (length, width); null if nothing was.</param>
/// <param name="Scores">How well each word answers each, before the softmax and any mask, (heads, length, length).</param>
/// <param name="Weights">The weights, (heads, length, length).</param>
/// <param name="Output">A new vector for each word, (length, width).</param>
public sealed record SelfAttentionTrace(Tensor X, Tensor? Positions, Tensor Scores, Tensor Weights, Tensor Output)
{
    /// <summary>Follows a layer over a sentence.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="x">The words' vectors, (length, width).</param>
    /// <param name="positions">What marks their places, if anything does.</param>
    /// <param name="causal">Whether each word sees itself and those before it only.</param>
    /// <exception cref="ArgumentException">A shape does not fit, or a number is not finite.</exception>
    public static SelfAttentionTrace Of(
        SelfAttention layer, Tensor x, SinusoidalPositions? positions = null, bool causal = false)
    {
        ArgumentNullException.ThrowIfNull(layer);
        Expect.Shape(x, ["length", layer.InWeight.Shape[1]]);
        using (Tensor.NoGrad())
        {
            var places = positions?.Table(x.Shape[0]);
            var marked = (places is null ? x : x + places).Unsqueeze(0);
            var (output, weights) = layer.Forward(marked, causal: causal);
            var (scores, _) = layer.Score(marked);
            return new SelfAttentionTrace(x, places, scores[0], weights[0], output[0]);
        }
    }
}
