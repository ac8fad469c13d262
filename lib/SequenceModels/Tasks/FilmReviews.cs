namespace SequenceModels.Tasks;

/// <summary>Film reviews of three kinds: the first for any network, the last only for one that minds the
/// order.</summary>
/// <remarks>
/// <code>
///   plain      well the plot was clever and the acting was very moving          its words decide
///   negated    i think the music was not really dull                            "not" turns the word after it round
///   contrast   the cast was dull but the ending was great                       what stands after "but" decides
/// </code>
/// Of each contrast there is a twin of the same words and the other label, and both are in the same part. No two parts
/// share a bag of words. A part of the labels to learn from is wrong, as if some members had clicked the wrong thumb;
/// those of the other parts are right.
/// </remarks>
public sealed class FilmReviews
{
    /// <summary>How many words a review has at most: all are filled up to it with padding.</summary>
    public const int Length = 14;

    private const int Patience = 10_000;

    private readonly HashSet<string> _seen = [];
    private readonly FilmReviewGrammar _grammar;

    /// <summary>Draws reviews: of each part a third of each kind, half of them praising.</summary>
    /// <param name="rng">Draws them.</param>
    /// <param name="training">How many to learn from, in multiples of 6.</param>
    /// <param name="wrong">The share of their labels that is wrong, from 0 to below 1.</param>
    /// <exception cref="ArgumentException">There are not so many.</exception>
    public FilmReviews(TorchRandom rng, int training = 360, float wrong = 0.1f)
    {
        ArgumentNullException.ThrowIfNull(rng);
        Expect.Positive(training);
        Expect.Fraction(wrong);
        _grammar = new FilmReviewGrammar(rng);
        (Test, HeldOut) = (Part(60), Part(30));
        Training = [.. Part((training + 5) / 6).Select(review =>
            rng.Uniform() < wrong ? review with { Praises = !review.Praises } : review)];
        Vocabulary = Vocabulary.Of(FilmReviewGrammar.Words);
    }

    /// <summary>The words of all reviews.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The reviews to learn from, some of them with a wrong label.</summary>
    public IReadOnlyList<Review> Training { get; }

    /// <summary>The reviews to choose by: how large a network, how long to train it.</summary>
    public IReadOnlyList<Review> HeldOut { get; }

    /// <summary>The reviews for the last word, once everything is chosen.</summary>
    public IReadOnlyList<Review> Test { get; }

    /// <summary>Reviews as tokens (batch, <see cref="Length"/>) and labels (batch).</summary>
    /// <exception cref="ArgumentException">There are no reviews, a word is not known, or a review is
    /// longer.</exception>
    public Batch Encode(params IReadOnlyList<Review> reviews)
    {
        ArgumentNullException.ThrowIfNull(reviews);
        if (reviews.Count == 0)
        {
            throw new ArgumentException("reviews is empty: there is nothing to encode.", nameof(reviews));
        }

        int[][] rows = [.. reviews.Select(review => Vocabulary.Encode(review.Text))];
        if (Array.Find(rows, row => row.Length > Length) is { } longest)
        {
            throw new ArgumentException(
                $"reviews has one of {longest.Length} words, expected {Length} at most.", nameof(reviews));
        }

        return new Batch(
            Vocabulary.Filled(Array.ConvertAll(rows, row => (int[])[.. row, .. new int[Length - row.Length]])),
            Tensor.FromArray([.. reviews.Select(review => review.Praises ? 1 : 0)]));
    }

    /// <summary>A batch for each training step: the training reviews in random order, and again in another.</summary>
    public IEnumerable<Batch> Batches(int steps, int batchSize, TorchRandom rng)
    {
        Expect.Positive(steps);
        Expect.Positive(batchSize);
        ArgumentNullException.ThrowIfNull(rng);
        return Orders().SelectMany(order => order.Chunk(batchSize)).Take(steps)
            .Select(chosen => Encode(Array.ConvertAll(chosen, i => Training[i])));

        IEnumerable<int[]> Orders()
        {
            while (true)
            {
                yield return rng.Permutation(Training.Count);
            }
        }
    }

    private Review[] Part(int rounds) => [.. Enumerable.Range(0, rounds).SelectMany(_ => (Review[])
        [.. New(() => _grammar.Plain(true)), .. New(() => _grammar.Plain(false)),
            .. New(() => _grammar.Negated(true)), .. New(() => _grammar.Negated(false)), .. New(_grammar.Contrast)])];

    /// <summary>Draws until the words are new.</summary>
    private Review[] New(Func<Review[]> draw) => Enumerable.Range(0, Patience).Select(_ => draw())
        .FirstOrDefault(reviews => _seen.Add(Bag(reviews[0])))
        ?? throw new ArgumentException("There are not so many different reviews: training is too large.");

    private static string Bag(Review review) =>
        string.Join(' ', Vocabulary.Split(review.Text).Order(StringComparer.Ordinal));

    /// <summary>One review.</summary>
    /// <param name="Text">Its words.</param>
    /// <param name="Praises">Whether it praises: label 1, else 0.</param>
    /// <param name="Kind">What decides that.</param>
    public sealed record Review(string Text, bool Praises, ReviewKind Kind);
}
