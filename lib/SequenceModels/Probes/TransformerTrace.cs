using SequenceModels.Layers;

namespace SequenceModels.Probes;

/// <summary>What a Transformer block does with one sentence: each vector on the way, (length, width).</summary>
/// <param name="X">What comes in.</param>
/// <param name="Norm1">What the first normalization makes.</param>
/// <param name="Looked">What attention adds.</param>
/// <param name="Middle">What goes from attention to the feed-forward part.</param>
/// <param name="Norm2">What the second normalization makes.</param>
/// <param name="Fed">What the feed-forward part adds.</param>
/// <param name="Output">What goes out.</param>
/// <param name="Scores">Attention's scores, before the softmax and any mask, (heads, length, length).</param>
/// <param name="Weights">Attention's weights, (heads, length, length).</param>
/// <param name="NormFirst">Whether it normalizes before attention and the feed-forward part, rather than after the sums.</param>
public sealed record TransformerTrace(
    Tensor X, Tensor Norm1, Tensor Looked, Tensor Middle, Tensor Norm2, Tensor Fed, Tensor Output,
    Tensor Scores, Tensor Weights, bool NormFirst)
{
    /// <summary>Follows a block over a sentence.</summary>
    /// <param name="block">The block.</param>
    /// <param name="x">A vector for each word, with its place marked, (length, width).</param>
    /// <param name="causal">Whether each word sees itself and those before it only.</param>
    /// <exception cref="ArgumentException">A shape does not fit, or a number is not finite.</exception>
    public static TransformerTrace Of(TransformerBlock block, Tensor x, bool causal = false)
    {
        ArgumentNullException.ThrowIfNull(block);
        Expect.Shape(x, ["length", block.Attention.InWeight.Shape[1]]);
        Expect.FiniteData(x);
        using (Tensor.NoGrad())
        {
            var parts = block.Follow(x.Unsqueeze(0), mask: null, causal);
            var (scores, _) = block.Attention.Score(block.NormFirst ? parts.Norm1 : x.Unsqueeze(0));
            return new TransformerTrace(
                x, parts.Norm1[0], parts.Looked[0], parts.Middle[0], parts.Norm2[0], parts.Fed[0], parts.Output[0],
                scores[0], parts.Weights[0], block.NormFirst);
        }
    }
}
