namespace SequenceModels.Tasks;

/// <summary>Film reviews of three kinds, the first for any network, the last only for one that minds the order.</summary>
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
    private const int Patience = 10_000;

    private static readonly string[] _openings = ["", "well ", "i think ", "to be honest "];
    private static readonly string[] _subjects = ["film", "plot", "acting", "ending", "music", "cast"];
    private static readonly string[] _adverbs = ["", "very ", "really "];
    private static readonly string[] _good =
        ["good", "great", "funny", "clever", "moving", "brilliant", "lovely", "bright"];
    private static readonly string[] _bad =
        ["bad", "awful", "boring", "silly", "dull", "poor", "stale", "clumsy"];

    private readonly HashSet<string> _seen = [];
    private readonly TorchRandom _rng;

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
        _rng = rng;
        (Test, HeldOut) = (Part(60), Part(30));
        Training = [.. Part((training + 5) / 6).Select(review =>
            rng.Uniform() < wrong ? review with { Praises = !review.Praises } : review)];
        Vocabulary = Vocabulary.Of(
            [.. _openings, "the was not but and", .. _subjects, .. _adverbs, .. _good, .. _bad]);
    }

    /// <summary>The words of all reviews.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The reviews to learn from, some of them with a wrong label.</summary>
    public IReadOnlyList<Review> Training { get; }

    /// <summary>The reviews to choose by: how large a network, how long to train it.</summary>
    public IReadOnlyList<Review> HeldOut { get; }

    /// <summary>The reviews for the last word, once everything is chosen.</summary>
    public IReadOnlyList<Review> Test { get; }

    /// <summary>How many words a review has at most: all are filled up to it with padding.</summary>
    public const int Length = 14;

    /// <summary>Reviews as tokens (batch, <see cref="Length"/>) and labels (batch).</summary>
    /// <exception cref="ArgumentException">There are no reviews, a word is not known, or a review is longer.</exception>
    public Batch Encode(params IReadOnlyList<Review> reviews)
    {
        ArgumentNullException.ThrowIfNull(reviews);
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
        [.. New(() => Plain(true)), .. New(() => Plain(false)),
            .. New(() => Negated(true)), .. New(() => Negated(false)), .. New(Contrast)])];

    /// <summary>Draws until the words are new.</summary>
    private Review[] New(Func<Review[]> draw) => Enumerable.Range(0, Patience).Select(_ => draw())
        .FirstOrDefault(reviews => _seen.Add(string.Join(' ', Vocabulary.Split(reviews[0].Text).Order())))
        ?? throw new ArgumentException("There are not so many different reviews.");

    private Review[] Plain(bool praises)
    {
        var (one, other) = Subjects();
        return [new($"{Any(_openings)}{Clause(one, praises)} and {Clause(other, praises)}", praises, ReviewKind.Plain)];
    }

    private Review[] Negated(bool praises) =>
        [new($"{Any(_openings)}the {Any(_subjects)} was not {Any(_adverbs)}{Any(praises ? _bad : _good)}", praises, ReviewKind.Negated)];

    private Review[] Contrast()
    {
        var (one, other) = Subjects();
        var (opening, praise, blame) = (Any(_openings), Clause(one, true), Clause(other, false));
        return
        [
            new($"{opening}{blame} but {praise}", true, ReviewKind.Contrast),
            new($"{opening}{praise} but {blame}", false, ReviewKind.Contrast),
        ];
    }

    private string Clause(string subject, bool praises) =>
        $"the {subject} was {Any(_adverbs)}{Any(praises ? _good : _bad)}";

    private (string One, string Other) Subjects()
    {
        var order = _rng.Permutation(_subjects.Length);
        return (_subjects[order[0]], _subjects[order[1]]);
    }

    private string Any(string[] words) => words[_rng.Integer(0, words.Length)];

    /// <summary>One review.</summary>
    /// <param name="Text">Its words.</param>
    /// <param name="Praises">Whether it praises: label 1, else 0.</param>
    /// <param name="Kind">What decides that.</param>
    public sealed record Review(string Text, bool Praises, ReviewKind Kind);
}
