namespace SequenceModels.Tasks;

/// <summary>How near translations come to those of people, by the runs of words that they share (Papineni et al. 2002,
/// <i>BLEU: a method for automatic evaluation of machine translation</i>, section 2).
/// <code>
///   p_n  = runs of n words that the reference has, too / runs of n words
///   BLEU = 100 · min(1, e^{1 − r/c}) · (p_1 p_2 p_3 p_4)^{1/4}
/// </code>
/// with c words written and r in the references, all texts together.</summary>
public static class Bleu
{
    private const int Longest = 4; // words in a run

    /// <summary>BLEU, 0 to 100, of translations with one reference each, cut into words by <see cref="Tokenizer"/>.</summary>
    /// <exception cref="ArgumentException">There are no translations, or not as many as references.</exception>
    public static double Of(IReadOnlyList<string> translations, IReadOnlyList<string> references)
    {
        var (written, wanted) = Words(translations, references);
        var precisions = Enumerable.Range(1, Longest).Select(n => Precision(n, written, wanted));
        var (c, r) = (written.Sum(words => words.Length), wanted.Sum(words => words.Length));
        return 100 * Brevity(c, r) * Math.Exp(precisions.Average(Math.Log));
    }

    /// <summary>The share, 0 to 1, of runs of n words that the references have, too: each at most as often as it stands in
    /// its own reference.</summary>
    /// <inheritdoc cref="Of"/>
    public static double Precision(int n, IReadOnlyList<string> translations, IReadOnlyList<string> references)
    {
        Expect.Positive(n);
        var (written, wanted) = Words(translations, references);
        return Precision(n, written, wanted);
    }

    private static double Brevity(int written, int wanted) => written == 0 ? 0 : Math.Min(1, Math.Exp(1 - (double)wanted / written));

    private static double Precision(int n, string[][] written, string[][] wanted)
    {
        var runs = written.Sum(words => Math.Max(0, words.Length - n + 1));
        return runs == 0 ? 0 : (double)written.Zip(wanted, (mine, theirs) => Shared(Runs(n, mine), Runs(n, theirs))).Sum() / runs;
    }

    private static int Shared(Dictionary<string, int> mine, Dictionary<string, int> theirs) =>
        mine.Sum(run => Math.Min(run.Value, theirs.GetValueOrDefault(run.Key)));

    private static Dictionary<string, int> Runs(int n, string[] words) => Enumerable
        .Range(0, Math.Max(0, words.Length - n + 1)).CountBy(start => string.Join(' ', words[start..(start + n)])).ToDictionary();

    private static (string[][] Written, string[][] Wanted) Words(
        IReadOnlyList<string> translations, IReadOnlyList<string> references)
    {
        ArgumentNullException.ThrowIfNull(translations);
        ArgumentNullException.ThrowIfNull(references);
        return translations.Count > 0 && translations.Count == references.Count
            ? ([.. translations.Select(Tokenizer.Split)], [.. references.Select(Tokenizer.Split)])
            : throw new ArgumentException(
                $"There are {translations.Count} translations and {references.Count} references, expected as many of one as of the "
                + "other, and one or more.", nameof(translations));
    }
}
