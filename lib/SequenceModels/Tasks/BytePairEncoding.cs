namespace SequenceModels.Tasks;

/// <summary>Byte pair encoding: words as pieces that a text has often, so that a short list of pieces writes every word
/// (Sennrich et al. 2016, arXiv:1508.07909, algorithm 1).
/// <code>
///   every word as characters, ▁ before the first
///   repeat: merge the pair of neighbors that is most frequent, everywhere
/// </code>
/// </summary>
public sealed class BytePairEncoding
{
    /// <summary>What a word's first piece begins with.</summary>
    public const char WordStart = '▁';

    private static readonly string[] _ascii = [.. Enumerable.Range('!', '~' - '!' + 1).Select(code => $"{(char)code}")];

    private readonly Dictionary<(string Left, string Right), int> _ranks;

    private BytePairEncoding(IEnumerable<string> characters, IReadOnlyList<(string Left, string Right)> merges)
    {
        Merges = merges;
        Pieces = [.. characters, .. merges.Select(merge => merge.Left + merge.Right).Except(characters).Distinct()];
        _ranks = merges.Index().ToDictionary(merge => merge.Item, merge => merge.Index);
    }

    /// <summary>The pairs, in the order in which they were merged.</summary>
    public IReadOnlyList<(string Left, string Right)> Merges { get; }

    /// <summary>All that words can be cut into: the characters of the texts, those of ASCII in any case, and what was
    /// merged.</summary>
    public IReadOnlyList<string> Pieces { get; }

    /// <summary>Learns pieces from texts, cut into words by <see cref="Tokenizer"/>.</summary>
    /// <param name="texts">What to learn from.</param>
    /// <param name="merges">How many merges at most; fewer are made when no pair is there twice.</param>
    /// <exception cref="ArgumentOutOfRangeException">merges is below 1.</exception>
    public static BytePairEncoding Learn(IEnumerable<string> texts, int merges)
    {
        ArgumentNullException.ThrowIfNull(texts);
        Expect.Positive(merges);
        var words = texts.SelectMany(Tokenizer.Split).CountBy(word => word)
            .Select(word => (Pieces: Characters(word.Key), Times: word.Value)).ToArray();
        string[] characters = [.. words.SelectMany(word => word.Pieces).Concat(_ascii).Distinct().Order(StringComparer.Ordinal)];
        var (counts, learned) = (new Dictionary<(string Left, string Right), int>(), new List<(string, string)>());
        foreach (var (pieces, times) in words)
        {
            Count(pieces, times);
        }

        while (learned.Count < merges && MostFrequent() is { Value: > 1 } most)
        {
            learned.Add(most.Key);
            foreach (var (pieces, times) in words.Where(word => Pairs(word.Pieces).Contains(most.Key)))
            {
                Count(pieces, -times);
                Merge(pieces, most.Key);
                Count(pieces, times);
            }
        }

        return new BytePairEncoding(characters, learned);

        void Count(List<string> pieces, int times)
        {
            foreach (var pair in Pairs(pieces))
            {
                counts[pair] = counts.GetValueOrDefault(pair) + times;
            }
        }

        // Of pairs that are equally frequent the first by its characters: the same on every machine.
        KeyValuePair<(string Left, string Right), int> MostFrequent() => counts.Aggregate(
            default(KeyValuePair<(string Left, string Right), int>),
            (most, pair) => pair.Value > most.Value || (pair.Value == most.Value && Order(pair.Key, most.Key) < 0) ? pair : most);
    }

    /// <summary>A word's pieces: the learned merges, in their order. A word that nobody has seen is cut like any
    /// other.</summary>
    public string[] Split(string word)
    {
        ArgumentException.ThrowIfNullOrEmpty(word);
        var pieces = Characters(word);
        while (pieces.Count > 1 && Pairs(pieces).MinBy(Rank) is var next && _ranks.ContainsKey(next))
        {
            Merge(pieces, next);
        }

        return [.. pieces];
    }

    private int Rank((string Left, string Right) pair) => _ranks.GetValueOrDefault(pair, int.MaxValue);

    private static int Order((string Left, string Right) one, (string Left, string Right) other) =>
        string.CompareOrdinal(one.Left, other.Left) is var left and not 0 ? left : string.CompareOrdinal(one.Right, other.Right);

    private static List<string> Characters(string word) => [.. $"{WordStart}{word}".Select(character => $"{character}")];

    private static IEnumerable<(string Left, string Right)> Pairs(List<string> pieces) => pieces.Zip(pieces.Skip(1));

    private static void Merge(List<string> pieces, (string Left, string Right) pair)
    {
        for (var i = 0; i + 1 < pieces.Count; i++)
        {
            if ((pieces[i], pieces[i + 1]) == pair)
            {
                pieces[i] += pieces[i + 1];
                pieces.RemoveAt(i + 1);
            }
        }
    }
}
