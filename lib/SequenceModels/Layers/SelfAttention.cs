namespace SequenceModels.Layers;

/// <summary>Each position looks at all positions of its own sequence, with no recurrence (Vaswani et al. 2017,
/// arXiv:1706.03762, section 3.2; torch.nn.MultiheadAttention, batch first).
/// <code>
///   q, k, v = x W_inᵀ + b_in               three vectors a position
///   a = softmax(q kᵀ / √(width of a head))
///   y = (a v) W_outᵀ + b_out
/// </code>
/// With several heads, q, k and v are cut into as many parts; each part attends by itself, and the results are put side by
/// side. Nothing in it knows the order of the positions: see <see cref="SinusoidalPositions"/>.
/// </summary>
public sealed class SelfAttention : Module
{
    private readonly Linear _output;

    /// <summary>Self-attention with PyTorch's initial values, drawn in its order: W_out within ±1/√width, then W_in within
    /// ±√(6 / 4 width), which is Xavier's rule for (3·width, width); both biases are 0.</summary>
    /// <param name="width">The width of the vectors, in and out.</param>
    /// <param name="rng">Where the initial values come from.</param>
    /// <param name="heads">How many attend side by side; they share the width evenly.</param>
    /// <exception cref="ArgumentException">The width cannot be shared evenly.</exception>
    public SelfAttention(int width, TorchRandom rng, int heads = 1)
    {
        Expect.Positive(width);
        Expect.Positive(heads);
        Heads = width % heads == 0 ? heads : throw new ArgumentException(
            $"heads is {heads}, expected a divisor of the width, which is {width}.", nameof(heads));
        _output = new Linear(width, width, rng);
        _output.Bias!.CopyFrom(Tensor.Zeros(width));
        var bound = (float)(Math.Sqrt(3) * Math.Sqrt(2.0 / (4 * width)));
        InWeight = Register("in_proj_weight", Tensor.Uniform(rng, -bound, bound, 3 * width, width));
        InBias = Register("in_proj_bias", Tensor.Zeros(3 * width));
        Register("out_proj", _output);
    }

    /// <summary>How many attend side by side.</summary>
    public int Heads { get; }

    /// <summary>W_in, (3·width, width): the rows for q, then those for k, then those for v.</summary>
    public Parameter InWeight { get; }

    /// <summary>b_in, (3·width).</summary>
    public Parameter InBias { get; }

    /// <summary>W_out, (width, width).</summary>
    public Parameter OutWeight => _output.Weight;

    /// <summary>b_out, (width).</summary>
    public Parameter OutBias => _output.Bias!;

    /// <summary>Attends.</summary>
    /// <param name="x">A vector for each position, (batch, length, width).</param>
    /// <param name="mask">0 for positions that do not exist (padding), (batch, length): their weight is exactly 0.</param>
    /// <param name="causal">Each position sees itself and those before it only, as a decoder must.</param>
    /// <returns>A vector for each position, (batch, length, width), and the weights a, (batch, heads, length, length), each
    /// row adding up to 1.</returns>
    /// <exception cref="ArgumentException">A shape does not fit, a number given is not finite, or a position has nothing
    /// to look at.</exception>
    public (Tensor Output, Tensor Weights) Forward(Tensor x, Tensor? mask = null, bool causal = false)
    {
        Expect.Shape(x, ["batch", "length", InWeight.Shape[1]]);
        Expect.FiniteData(x);
        var (scores, v) = Score(x);
        var weights = MaskedSoftmax.Of(scores, mask, causal);
        return (_output.Forward(weights.MatMul(v).Transpose(1, 2).Reshape(x.Shape)), weights);
    }

    /// <summary>How well each position answers each, before the softmax, (batch, heads, length, length), and what it gives,
    /// (batch, heads, length, width of a head).</summary>
    internal (Tensor Scores, Tensor Values) Score(Tensor x)
    {
        var (batch, length, width) = x.Shape;
        var size = width / Heads;
        var qkv = x.Linear(InWeight, InBias).Reshape(batch, length, 3, Heads, size);
        Tensor Third(int part) => qkv[.., .., part].Transpose(1, 2); // (batch, heads, length, size)
        var (q, k, v) = (Third(0), Third(1), Third(2));
        return (q.MatMulTransposed(k) / (float)Math.Sqrt(size), v);
    }
}
