namespace SequenceModels.Layers;

/// <summary>A table with one learnt vector a word. Starts standard normal, as PyTorch's.</summary>
public sealed class Embedding : Module
{
    /// <summary>A table for <paramref name="count"/> words, with vectors of <paramref name="width"/> numbers.</summary>
    public Embedding(int count, int width, TorchRandom rng)
    {
        Expect.Positive(count);
        Expect.Positive(width);
        Weight = Register("weight", Tensor.Randn(rng, count, width));
    }

    /// <summary>The table, (words, width).</summary>
    public Parameter Weight { get; }

    /// <summary>Looks words up: token numbers (batch, length) give vectors (batch, length, width).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A token is not a whole number inside the table.</exception>
    public Tensor Forward(Tensor tokens) => Weight.Rows(tokens, nameof(tokens));
}
