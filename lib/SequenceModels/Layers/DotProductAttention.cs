namespace SequenceModels.Layers;

/// <summary>Attention whose score is a product (Luong et al. 2015, arXiv:1508.04025, section 3.1; scaled: Vaswani et al.
/// 2017, arXiv:1706.03762, section 3.2.1).
/// <code>
///   dot:      e_{t,i} = s_t · h_i
///   general:  e_{t,i} = s_t W h_i
///   scaled:   e_{t,i} = s_t · h_i / √width
/// </code>
/// </summary>
public sealed class DotProductAttention : Attention
{
    private readonly bool _scaled;

    /// <summary>The plain product of queries and keys of one width, which learns nothing of its own.</summary>
    /// <param name="scaled">Divides the scores by √width, so that wide vectors do not make the softmax
    /// all-or-nothing.</param>
    public DotProductAttention(bool scaled = false) => _scaled = scaled;

    /// <summary>The product through a learnt matrix W, uniform within ±1/√(key width).</summary>
    /// <param name="querySize">The width of a query.</param>
    /// <param name="keySize">The width of a key.</param>
    /// <param name="rng">Where the initial values come from.</param>
    public DotProductAttention(int querySize, int keySize, TorchRandom rng)
    {
        Expect.Positive(querySize);
        Expect.Positive(keySize);
        var bound = (float)(1 / Math.Sqrt(keySize));
        Weight = Register("w", Tensor.Uniform(rng, -bound, bound, querySize, keySize));
    }

    /// <summary>W, (query width, key width), of the general form.</summary>
    public Parameter? Weight { get; }

    private protected override Axis QuerySize => Weight is null ? "width" : Weight.Shape[0];

    private protected override Axis KeySize => Weight is null ? "width" : Weight.Shape[1];

    private protected override Func<Tensor, Tensor> ScoreOver(Tensor keys) => query =>
    {
        var seen = Weight is null ? query : query.MatMul(Weight);
        Expect.Shape(keys, [seen.Shape[0], "length", seen.Shape[^1]]);
        var scores = seen.MatMulTransposed(keys);
        return _scaled ? scores / (float)Math.Sqrt(seen.Shape[^1]) : scores;
    };
}
