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
    private readonly SelfAttention _attention;
    private readonly Linear _inner, _outer;
    private readonly LayerNorm _norm1, _norm2;
    private readonly bool _normFirst;

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
        _attention = Register("self_attn", new SelfAttention(width, rng, heads));
        _inner = Register("linear1", new Linear(width, inner, rng));
        _outer = Register("linear2", new Linear(inner, width, rng));
        _norm1 = Register("norm1", new LayerNorm(width));
        _norm2 = Register("norm2", new LayerNorm(width));
        _normFirst = normFirst;
    }

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
        var (looked, weights) = _attention.Forward(_normFirst ? _norm1.Forward(x) : x, mask, causal);
        x = After(_norm1, x + looked);
        x = After(_norm2, x + FeedForward(_normFirst ? _norm2.Forward(x) : x));
        return (x, weights);
    }

    private Tensor FeedForward(Tensor x) => _outer.Forward(_inner.Forward(x).Relu());

    private Tensor After(LayerNorm norm, Tensor sum) => _normFirst ? sum : norm.Forward(sum);
}
