namespace SequenceModels.Layers;

/// <summary>Attention's weights: a softmax over the keys that a query may see, exactly 0 for the others.</summary>
internal static class MaskedSoftmax
{
    /// <summary>Scores (batch, …, queries, keys) become weights of that shape.</summary>
    /// <param name="scores">Any numbers.</param>
    /// <param name="mask">0 for keys that do not exist, (batch, keys).</param>
    /// <param name="causal">Query t sees keys 0 … t only.</param>
    /// <exception cref="ArgumentException">The mask has another shape, or a query sees nothing.</exception>
    public static Tensor Of(Tensor scores, Tensor? mask, bool causal = false)
    {
        if (mask is null && !causal)
        {
            return scores.Softmax();
        }

        var (batch, queries, keys) = (scores.Shape[0], causal ? scores.Shape[^2] : 1, scores.Shape[^1]);
        var hidden = Tensor.Zeros(1, queries, keys);
        if (mask is not null)
        {
            Expect.Shape(mask, [batch, keys]);
            hidden = Tensor.Ones(batch, queries, keys).MaskedFill(mask.Unsqueeze(1), 0);
        }

        if (causal)
        {
            hidden = hidden.MaskedFill(Later(queries, keys), 1);
        }

        if (mask is not null && hidden.Mean(-1).Values.IndexOf(1) is >= 0 and var blind)
        {
            throw new ArgumentException($"mask hides all keys of sequence {blind / queries}" + (blind % queries == queries - 1
                ? ": there is nothing to look at."
                : $" up to position {blind % queries}, and causal attention sees no later ones: is the padding on the left?"),
                nameof(mask));
        }

        int[] heads = [.. Enumerable.Repeat(1, scores.Shape.Rank - 3)];
        return scores.MaskedFill(hidden.Reshape([hidden.Shape[0], .. heads, queries, keys]), float.NegativeInfinity).Softmax();
    }

    /// <summary>1 for keys after the query, (queries, keys).</summary>
    private static Tensor Later(int queries, int keys)
    {
        var later = Tensor.Zeros(queries, keys);
        for (var query = 0; query < queries; query++)
        {
            later.Values[(query * keys + query + 1)..((query + 1) * keys)].Fill(1);
        }

        return later;
    }
}
