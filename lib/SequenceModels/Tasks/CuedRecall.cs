namespace SequenceModels.Tasks;

/// <summary>Which symbol was marked? A network must write at the cue, keep what it wrote, and ignore the rest: what
/// gates are for.</summary>
/// <remarks>A stream of symbols a b c d, one of them with a star, anywhere: "c a b* d a" wants b.</remarks>
public sealed class CuedRecall : EndlessTask
{
    /// <summary>How many symbols there are: what chance scores is 1 in 4.</summary>
    public const int Symbols = 4;

    /// <summary>Streams of a length.</summary>
    public CuedRecall(int length = 20)
    {
        Expect.Positive(length);
        Length = length;
    }

    /// <summary>How long a stream is.</summary>
    public int Length { get; }

    /// <summary>The symbols, numbers 1 to 4, and the same marked, 5 to 8.</summary>
    public Vocabulary Vocabulary { get; } = new(["a", "b", "c", "d", "a*", "b*", "c*", "d*"]);

    /// <summary>Where the cue of each stream is: positions from 0 on.</summary>
    /// <param name="tokens">Streams, (batch, length).</param>
    /// <exception cref="ArgumentException">A stream has no cue, or the tokens are not this task's.</exception>
    public static int[] Cues(Tensor tokens)
    {
        Expect.Shape(tokens, ["batch", "length"]);
        var numbers = Expect.Indices(tokens, 1 + 2 * Symbols);
        return [.. numbers.Chunk(tokens.Shape[1]).Select(Cue)];

        static int Cue(int[] stream, int b) => Array.FindIndex(stream, number => number > Symbols) is >= 0 and var cue
            ? cue
            : throw new ArgumentException($"tokens has no marked symbol in stream {b}.", nameof(tokens));
    }

    /// <summary>Tokens (batch, length), and which symbol was marked (batch): class 0 is a.</summary>
    protected override Batch Sequences(int count, TorchRandom rng)
    {
        var (tokens, marked) = (new int[count, Length], new int[count]);
        for (var b = 0; b < count; b++)
        {
            var cue = rng.Integer(0, Length);
            for (var t = 0; t < Length; t++)
            {
                tokens[b, t] = 1 + rng.Integer(0, Symbols);
            }

            marked[b] = tokens[b, cue] - 1;
            tokens[b, cue] += Symbols;
        }

        return new Batch(Tensor.FromArray(tokens), Tensor.FromArray(marked));
    }
}
