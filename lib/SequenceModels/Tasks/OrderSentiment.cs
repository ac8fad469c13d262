namespace SequenceModels.Tasks;

/// <summary>Film reviews in pairs of the same words, whose order decides whether they praise: the blind spot of
/// averaging.</summary>
/// <remarks>
/// "the film was good not bad" praises, "the film was bad not good" does not. 6 subjects × 5 good words × 5 bad words ×
/// 4 patterns
/// make 600 sentences: 300 bags of words, each with one sentence of either kind. Bags are held out whole. Were
/// sentences held out
/// one by one, a review's twin with the other label would be in training, and averaging would score below chance.
/// </remarks>
public sealed class OrderSentiment
{
    private static readonly string[] _subjects =
        ["it", "the movie", "the film", "the plot", "the acting", "the ending"];
    private static readonly string[] _good = ["good", "great", "funny", "clever", "moving"];
    private static readonly string[] _bad = ["bad", "awful", "boring", "silly", "dull"];

    /// <summary>All reviews, split by bag.</summary>
    /// <param name="rng">Decides which bags are held out.</param>
    /// <param name="heldOut">Their share, above 0 and below 1.</param>
    public OrderSentiment(TorchRandom rng, float heldOut = 0.2f)
    {
        ArgumentNullException.ThrowIfNull(rng);
        Expect.Positive(heldOut);
        Expect.Fraction(heldOut);
        Review[][] bags =
        [
            .. from subject in _subjects from good in _good from bad in _bad from bag in Bags(subject, good, bad) select bag,
        ];
        var (order, count) = (rng.Permutation(bags.Length), Math.Max(1, (int)(heldOut * bags.Length)));
        HeldOut = [.. order.Take(count).SelectMany(bag => bags[bag])];
        Training = [.. order.Skip(count).SelectMany(bag => bags[bag])];
        Vocabulary = Vocabulary.Of(bags.SelectMany(bag => bag).Select(review => review.Text));
    }

    /// <summary>The words of all reviews.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The reviews to learn from.</summary>
    public IReadOnlyList<Review> Training { get; }

    /// <summary>The reviews to be tested on, twins side by side: none of their bags is in training.</summary>
    public IReadOnlyList<Review> HeldOut { get; }

    /// <summary>Reviews as tokens (batch, length) and labels (batch).</summary>
    public Batch Encode(IReadOnlyList<Review> reviews) => new(
        Vocabulary.Tokens([.. reviews.Select(review => review.Text)]),
        Tensor.FromArray([.. reviews.Select(review => review.Praises ? 1 : 0)]));

    /// <summary>The training reviews in random order, epoch after epoch, cut into batches.</summary>
    public IEnumerable<Batch> Batches(int epochs, int batchSize, TorchRandom rng)
    {
        Expect.Positive(epochs);
        Expect.Positive(batchSize);
        return Enumerable.Range(0, epochs).SelectMany(_ => rng.Permutation(Training.Count).Chunk(batchSize))
            .Select(chosen => Encode(Array.ConvertAll(chosen, i => Training[i])));
    }

    private static Review[][] Bags(string subject, string good, string bad) =>
    [
        [new($"{subject} was {good} not {bad}", true), new($"{subject} was {bad} not {good}", false)],
        [new($"{subject} was not {bad} but {good}", true), new($"{subject} was not {good} but {bad}", false)],
    ];

    /// <summary>One review.</summary>
    /// <param name="Text">Its words.</param>
    /// <param name="Praises">Whether it praises: label 1, else 0.</param>
    public sealed record Review(string Text, bool Praises);
}
