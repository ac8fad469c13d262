namespace SequenceModels.Tasks;

/// <summary>Sentence pairs to learn from, and others to be tested on.</summary>
/// <param name="Training">The pairs to learn from.</param>
/// <param name="HeldOut">The pairs to be tested on.</param>
public sealed record PairSplit(IReadOnlyList<SentencePair> Training, IReadOnlyList<SentencePair> HeldOut)
{
    private const int Patience = 100_000;

    /// <summary>Draws pairs until there are enough without twins: of pairs too alike for one to be learned from and the
    /// other a test, only the first drawn is taken.</summary>
    /// <param name="training">How many to learn from.</param>
    /// <param name="heldOut">How many to be tested on.</param>
    /// <param name="draw">Draws a pair.</param>
    /// <param name="likeness">What twins have in common, and no others; their target if not given.</param>
    /// <exception cref="ArgumentException">There are not so many.</exception>
    public static PairSplit Draw(
        int training, int heldOut, Func<SentencePair> draw, Func<SentencePair, string>? likeness = null)
    {
        Expect.Positive(training);
        Expect.Positive(heldOut);
        ArgumentNullException.ThrowIfNull(draw);
        var (pairs, seen) = (new List<SentencePair>(), new HashSet<string>());
        for (var tries = 0; pairs.Count < training + heldOut; tries++)
        {
            var pair = draw();
            if (seen.Add(likeness is null ? pair.Target : likeness(pair)))
            {
                pairs.Add(pair);
                tries = 0;
            }

            if (tries > Patience)
            {
                throw new ArgumentException(
                    $"training + heldOut is {training + heldOut}, but only {pairs.Count} different pairs were found.",
                    nameof(training));
            }
        }

        return new PairSplit(pairs[heldOut..], pairs[..heldOut]);
    }
}
