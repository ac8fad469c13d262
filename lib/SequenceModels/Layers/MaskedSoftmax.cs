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
        mask ??= Tensor.Ones(batch, keys);
        Expect.Shape(mask, [batch, keys]);
        var hidden = Tensor.Ones([batch, .. Enumerable.Repeat(1, scores.Shape.Rank - 3), queries, keys]);
        for (var row = 0; row < batch * queries; row++)
        {
            var (sequence, seen) = (row / queries, causal ? row % queries + 1 : keys);
            var present = mask.Values.Slice(sequence * keys, seen);
            var cover = hidden.Values.Slice(row * keys, seen);
            for (var i = 0; i < seen; i++)
            {
                cover[i] = present[i] == 0 ? 1 : 0;
            }

            if (!cover.Contains(0))
            {
                throw new ArgumentException($"mask hides all keys of sequence {sequence}" + (seen == keys
                    ? ": there is nothing to look at."
                    : $" up to position {seen - 1}, and causal attention sees no later ones: "
                        + "is the padding on the left?"),
                    nameof(mask));
            }
        }

        return scores.MaskedFill(hidden, float.NegativeInfinity).Softmax();
    }
}
