namespace SequenceModels.Tasks;

/// <summary>Which symbol came first? The longer ago it was, the further a gradient must travel.</summary>
/// <remarks>
/// One of the symbols a b c d, then distractors drawn from w x y z: "b x w w z" wants b. Were the distractors all the
/// same, a plain recurrent network could settle in a fixed point and wait; these push it about at every step.
/// </remarks>
public sealed class DelayedRecall : EndlessTask
{
    /// <summary>How many symbols there are, and as many distractors: what chance scores is 1 in 4.</summary>
    public const int Symbols = 4;

    /// <summary>Sequences of a length: the symbol and <paramref name="length"/> − 1 distractors.</summary>
    public DelayedRecall(int length = 30)
    {
        Expect.Positive(length);
        Length = length;
    }

    /// <summary>How long a sequence is.</summary>
    public int Length { get; }

    /// <summary>The symbols, numbers 1 to 4, and the distractors, 5 to 8.</summary>
    public Vocabulary Vocabulary { get; } = new(["a", "b", "c", "d", "w", "x", "y", "z"]);

    /// <summary>Tokens (batch, length), and which symbol came first (batch): class 0 is a.</summary>
    protected override Batch Sequences(int count, TorchRandom rng)
    {
        var (tokens, first) = (new int[count, Length], new int[count]);
        for (var b = 0; b < count; b++)
        {
            first[b] = rng.Integer(0, Symbols);
            tokens[b, 0] = 1 + first[b];
            for (var t = 1; t < Length; t++)
            {
                tokens[b, t] = 1 + Symbols + rng.Integer(0, Symbols);
            }
        }

        return new Batch(Tensor.FromArray(tokens), Tensor.FromArray(first));
    }
}
