namespace SequenceModels.Layers;

/// <summary>What a Transformer is a stack of (Vaswani et al. 2017, arXiv:1706.03762, section 3.1;
/// torch.nn.TransformerEncoderLayer without dropout, batch first).
/// <code>
///   x = x + attention(norm1(x))                           words look at each other
///   x = x + W_2 relu(W_1 norm2(x) + b_1) + b_2            each word by itself
/// </code>
/// That is the order of most newer networks (norm_first in PyTorch). The paper's normalizes afterwards: x = norm1(x +
/// attention(x)), and x = norm2(x + …).
/// </summary>
public sealed class TransformerBlock : Module
{
    private readonly Linear _inner, _outer;
    private readonly LayerNorm _norm1, _norm2;

    /// <summary>A block with PyTorch's initial values, drawn in its order.</summary>
    /// <param name="width">The width of the vectors, in and out.</param>
    /// <param name="rng">Where the initial values come from.</param>
    /// <param name="heads">How many attend side by side; they share the width evenly.</param>
    /// <param name="innerWidth">The width between W_1 and W_2; four times the width, if not given.</param>
    /// <param name="normFirst">Whether to normalize before attention and before W_1, rather than after the sums.</param>
    /// <exception cref="ArgumentException">The width cannot be shared evenly.</exception>
    public TransformerBlock(int width, TorchRandom rng, int heads = 1, int? innerWidth = null, bool normFirst = true)
    {
        var inner = innerWidth ?? 4 * width;
        Attention = Register("self_attn", new SelfAttention(width, rng, heads));
        _inner = Register("linear1", new Linear(width, inner, rng));
        _outer = Register("linear2", new Linear(inner, width, rng));
        _norm1 = Register("norm1", new LayerNorm(width));
        _norm2 = Register("norm2", new LayerNorm(width));
        NormFirst = normFirst;
    }

    /// <summary>How words look at each other.</summary>
    public SelfAttention Attention { get; }

    /// <summary>Whether it normalizes before attention and before W_1, rather than after the sums.</summary>
    public bool NormFirst { get; }

    /// <summary>Runs the block.</summary>
    /// <param name="x">A vector for each position, (batch, length, width).</param>
    /// <param name="mask">0 for positions that do not exist (padding), (batch, length): nobody looks at them.</param>
    /// <param name="causal">Each position sees itself and those before it only.</param>
    /// <returns>A vector for each position, (batch, length, width), and attention's weights, (batch, heads, length,
    /// length).</returns>
    /// <exception cref="ArgumentException">A shape does not fit, a number given is not finite, or a position has nothing
    /// to look at.</exception>
    public (Tensor Output, Tensor Weights) Forward(Tensor x, Tensor? mask = null, bool causal = false)
    {
        Expect.Shape(x, ["batch", "length", _norm1.Weight.Shape[0]]);
        Expect.FiniteData(x);
        var parts = Follow(x, mask, causal);
        return (parts.Output, parts.Weights);
    }

    /// <summary>The block part by part: what each makes or adds.</summary>
    internal (Tensor Norm1, Tensor Looked, Tensor Middle, Tensor Norm2, Tensor Fed, Tensor Output, Tensor Weights) Follow(
        Tensor x, Tensor? mask, bool causal)
    {
        if (NormFirst)
        {
            var before = _norm1.Forward(x);
            var (looked, weights) = Attention.Forward(before, mask, causal);
            var middle = x + looked;
            var between = _norm2.Forward(middle);
            var fed = FeedForward(between);
            return (before, looked, middle, between, fed, middle + fed, weights);
        }
        else
        {
            var (looked, weights) = Attention.Forward(x, mask, causal);
            var middle = _norm1.Forward(x + looked);
            var fed = FeedForward(middle);
            var output = _norm2.Forward(middle + fed);
            return (middle, looked, middle, output, fed, output, weights);
        }
    }

    private Tensor FeedForward(Tensor x) => _outer.Forward(_inner.Forward(x).Relu());
}
