using SequenceModels.Numerics;

namespace SequenceModels.Layers;

/// <summary>Attention whose score is a small network (Bahdanau et al. 2014, arXiv:1409.0473, appendix A.1.2).
/// <code>
///   e_{t,i} = v · tanh(W_q s_t + W_k h_i)
/// </code>
/// </summary>
public sealed class AdditiveAttention : Attention
{
    /// <summary>Attention that compares in a space of its own; each weight uniform within ±1/√(its inputs), in the order W_q,
    /// W_k, v.</summary>
    /// <param name="querySize">The width of a query.</param>
    /// <param name="keySize">The width of a key.</param>
    /// <param name="hiddenSize">The width of the space in which they are compared.</param>
    /// <param name="rng">Where the initial values come from.</param>
    public AdditiveAttention(int querySize, int keySize, int hiddenSize, TorchRandom rng)
    {
        Expect.Positive(querySize);
        Expect.Positive(keySize);
        Expect.Positive(hiddenSize);
        WeightQuery = Register("w_query", Start(querySize, hiddenSize, querySize));
        WeightKey = Register("w_key", Start(keySize, hiddenSize, keySize));
        V = Register("v", Start(hiddenSize, hiddenSize));

        Tensor Start(int inputs, params int[] shape)
        {
            var bound = (float)(1 / Math.Sqrt(inputs));
            return Tensor.Uniform(rng, -bound, bound, shape);
        }
    }

    /// <summary>W_q, (hidden, query width).</summary>
    public Parameter WeightQuery { get; }

    /// <summary>W_k, (hidden, key width).</summary>
    public Parameter WeightKey { get; }

    /// <summary>v, (hidden).</summary>
    public Parameter V { get; }

    private protected override Axis QuerySize => WeightQuery.Shape[1];

    private protected override Axis KeySize => WeightKey.Shape[1];

    private protected override Func<Tensor, Tensor> ScoreOver(Tensor keys)
    {
        var k = keys.Linear(WeightKey);
        return query => Compare(query.Linear(WeightQuery), k);
    }

    /// <summary>(q.Unsqueeze(2) + k.Unsqueeze(1)).Tanh().MatMul(V), fused: that sum has batch · queries · length · hidden
    /// numbers, and neither it nor its tanh is ever held.</summary>
    private Tensor Compare(Tensor q, Tensor k)
    {
        var ((batch, queries, hidden), v) = (q.Shape, V);
        var scores = new TanhScores(batch, queries, k.Shape[1], hidden);
        var e = new Tensor([batch, queries, k.Shape[1]]);
        scores.Forward(q.Values, k.Values, v.Values, e.Values);
        return e.Recorded([q, k, v], () =>
        {
            var dv = Tensor.Zeros(batch, hidden);
            scores.Backward(q.Values, k.Values, v.Values, e.Gradient, Into(q), Into(k), dv.Values);
            if (v.RequiresGrad)
            {
                InOrder.AddRows(dv.Values, v.Gradient);
            }
        });

        // Where nobody asks for a gradient, it goes to memory that nobody reads.
        static Span<float> Into(Tensor x) => x.RequiresGrad ? x.Gradient : new Tensor(x.Shape).Values;
    }
}
