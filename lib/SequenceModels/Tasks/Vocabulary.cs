namespace SequenceModels.Tasks;

/// <summary>The words a model knows, each with its number; number 0 is padding.</summary>
public sealed class Vocabulary
{
    /// <summary>The number that fills short sentences up, and never counts.</summary>
    public const int Padding = 0;

    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<string> _words = [];

    /// <summary>Numbers words from 1 on, in their order; repeated ones once.</summary>
    public Vocabulary(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        foreach (var word in words.Prepend("<pad>"))
        {
            if (_numbers.TryAdd(word, _words.Count))
            {
                _words.Add(word);
            }
        }
    }

    /// <summary>How many there are, padding included.</summary>
    public int Count => _words.Count;

    /// <summary>All words in the order of their numbers.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The number of a word.</summary>
    /// <exception cref="ArgumentException">It is not known.</exception>
    public int this[string word] => _numbers.TryGetValue(word, out var number)
        ? number
        : throw new ArgumentException(
            $"\"{word}\" is not among the {Count - 1} known words: {string.Join(", ", _words.Skip(1).Take(30))}"
            + (Count > 31 ? ", …" : "."), nameof(word));

    /// <summary>The word of a number.</summary>
    public string this[int number] => number >= 0 && number < Count
        ? _words[number]
        : throw new ArgumentOutOfRangeException(nameof(number), $"number is {number}, expected 0 to {Count - 1}.");

    /// <summary>The words of all sentences, in the order they come.</summary>
    public static Vocabulary Of(IEnumerable<string> sentences) => new(sentences.SelectMany(Split));

    /// <summary>A sentence's words in lower case, without punctuation.</summary>
    public static string[] Split(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return [.. sentence.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim('.', ',', ';', ':', '!', '?', '"', '(', ')', '“', '”'))
            .Where(word => word.Length > 0)];
    }

    /// <summary>A sentence's word numbers.</summary>
    /// <exception cref="ArgumentException">A word is not known.</exception>
    public int[] Encode(string sentence) => Array.ConvertAll(Split(sentence), word => this[word]);

    /// <summary>The sentence of word numbers, without padding.</summary>
    public string Decode(IEnumerable<int> numbers) =>
        string.Join(' ', numbers.Where(number => number != Padding).Select(number => this[number]));

    /// <summary>Sentences as tokens, (batch, length of the longest), filled up with padding.</summary>
    /// <exception cref="ArgumentException">There are no sentences, or a word is not known.</exception>
    public Tensor Tokens(params IReadOnlyList<string> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        int[][] rows = [.. sentences.Select(Encode)];
        var length = rows.Select(row => row.Length).DefaultIfEmpty().Max();
        IEnumerable<int> Filled(int[] row) => row.Concat(Enumerable.Repeat(Padding, length - row.Length));
        return Tensor.FromArray([.. rows.SelectMany(Filled)], rows.Length, length);
    }

    /// <summary>1 where there is a word, 0 where there is padding: the shape of the tokens.</summary>
    public static Tensor Mask(Tensor tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return Tensor.FromArray(
            Array.ConvertAll(tokens.ToArray(), token => token == Padding ? 0f : 1), tokens.Shape);
    }
}
