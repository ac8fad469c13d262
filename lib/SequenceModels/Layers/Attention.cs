namespace SequenceModels.Layers;

/// <summary>Looks back at a sequence, once for each query.
/// <code>
///   e_{t,i} = score(s_t, h_i)
///   a_{t,i} = exp(e_{t,i}) / Σ_j exp(e_{t,j})
///   context_t = Σ_i a_{t,i} h_i
/// </code>
/// </summary>
public abstract class Attention : Module
{
    /// <summary>Attends.</summary>
    /// <param name="query">Where one looks from, the decoder's states s_t, (batch, queries, query width).</param>
    /// <param name="keys">What one looks at, the encoder's states h_i, (batch, length, key width).</param>
    /// <param name="mask">0 for keys that do not exist (padding), (batch, length): their weight is exactly 0.</param>
    /// <returns>The mixture of keys for each query, (batch, queries, key width), and the weights a, (batch, queries,
    /// length), each row adding up to 1.</returns>
    /// <exception cref="ArgumentException">A shape does not fit, a number given is not finite, or the mask leaves nothing
    /// to look at.</exception>
    public (Tensor Context, Tensor Weights) Forward(Tensor query, Tensor keys, Tensor? mask = null)
    {
        Expect.Shape(query, ["batch", "queries", QuerySize]);
        Expect.Shape(keys, [query.Shape[0], "length", KeySize]);
        return Over(keys, mask)(query);
    }

    /// <summary>Looks over the same keys again and again, as a decoder does that asks step by step: what depends on the
    /// keys alone is computed once.</summary>
    /// <inheritdoc cref="Forward"/>
    public Func<Tensor, (Tensor Context, Tensor Weights)> Over(Tensor keys, Tensor? mask = null)
    {
        Expect.Shape(keys, ["batch", "length", KeySize]);
        Expect.FiniteData(keys);
        var score = ScoreOver(keys);
        return query =>
        {
            Expect.Shape(query, [keys.Shape[0], "queries", QuerySize]);
            Expect.FiniteData(query);
            var weights = MaskedSoftmax.Of(score(query), mask);
            return (weights.MatMul(keys), weights);
        };
    }

    /// <summary>How well each key answers each query, (batch, queries, length): any numbers, before the softmax.</summary>
    /// <param name="query">(batch, queries, query width).</param>
    /// <param name="keys">(batch, length, key width).</param>
    public Tensor Score(Tensor query, Tensor keys)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(keys);
        return ScoreOver(keys)(query);
    }

    /// <summary>The score as a function of the query.</summary>
    private protected abstract Func<Tensor, Tensor> ScoreOver(Tensor keys);

    private protected abstract Axis QuerySize { get; }

    private protected abstract Axis KeySize { get; }
}
