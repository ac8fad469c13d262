using System.Collections.Concurrent;

namespace SequenceModels.Tasks;

/// <summary>The words a model knows, each with its number; number 0 is padding.</summary>
/// <remarks>Where a model reads letter by letter, each character is a word: <see cref="OfCharacters"/>. Where words are cut,
/// each piece is one: <see cref="OfPieces"/>.</remarks>
public sealed class Vocabulary
{
    /// <summary>The number that fills short sentences up, and never counts.</summary>
    public const int Padding = 0;

    /// <summary>The number of &lt;bos&gt;, which a decoder reads first. Only a vocabulary made by
    /// <see cref="ForTargets"/> has it.</summary>
    public const int BeginOfSentence = 1;

    /// <summary>The number of &lt;eos&gt;, which a decoder writes last. Only a vocabulary made by
    /// <see cref="ForTargets"/> has it.</summary>
    public const int EndOfSentence = 2;

    private const string Pad = "<pad>", Begin = "<bos>", End = "<eos>";

    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<string> _words = [];
    private readonly Func<string, string[]> _split;
    private readonly Func<IEnumerable<string>, string> _join;

    /// <summary>Numbers words from 1 on, in their order; repeated ones once.</summary>
    public Vocabulary(IEnumerable<string> words)
        : this(words, Split, sentence => string.Join(' ', sentence))
    {
    }

    private Vocabulary(IEnumerable<string> words, Func<string, string[]> split, Func<IEnumerable<string>, string> join)
    {
        ArgumentNullException.ThrowIfNull(words);
        (_split, _join) = (split, join);
        foreach (var word in words.Prepend(Pad))
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

    internal bool HasSentenceMarks => _words.Take(3).SequenceEqual([Pad, Begin, End]);

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

    /// <summary>The characters of all texts, in lower case, in the order they come.</summary>
    public static Vocabulary OfCharacters(params IEnumerable<string> texts) =>
        new(texts.SelectMany(Characters), Characters, string.Concat);

    /// <summary>All pieces of an encoding. What is decoded has a space between words, and around punctuation marks.</summary>
    public static Vocabulary OfPieces(BytePairEncoding encoding)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        var known = new ConcurrentDictionary<string, string[]>(); // texts repeat words, and to cut one takes time
        return new(
            encoding.Pieces, text => [.. Tokenizer.Split(text).SelectMany(word => known.GetOrAdd(word, encoding.Split))],
            pieces => string.Concat(pieces).Replace(BytePairEncoding.WordStart, ' ').Trim());
    }

    /// <summary>The same words after &lt;bos&gt; and &lt;eos&gt;: what a decoder reads and writes.</summary>
    public Vocabulary ForTargets() => new([Begin, End, .. _words.Skip(1)], _split, _join);

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
    public int[] Encode(string sentence) =>
        Array.ConvertAll(_split(sentence), word => this[word]);

    /// <summary>The sentence of word numbers, up to an &lt;eos&gt;, without &lt;bos&gt; and padding.</summary>
    public string Decode(IEnumerable<int> numbers) => _join(numbers
        .Select(number => this[number]).TakeWhile(word => word != End).Where(word => word is not (Pad or Begin)));

    /// <summary>Sentences as tokens, (batch, length of the longest), filled up with padding.</summary>
    /// <exception cref="ArgumentException">There are no sentences, one is empty, or a word is not known.</exception>
    public Tensor Tokens(params IReadOnlyList<string> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        int[][] rows = [.. sentences.Select(Encode)];
        var empty = Array.FindIndex(rows, row => row.Length == 0);
        return empty < 0
            ? Filled(rows)
            : throw new ArgumentException(
                $"sentence {empty} is \"{sentences[empty]}\", expected one word or more.", nameof(sentences));
    }

    /// <summary>Rows of word numbers, filled up with padding to the longest.</summary>
    internal static Tensor Filled(params IReadOnlyList<int[]> rows)
    {
        var length = rows.Select(row => row.Length).DefaultIfEmpty().Max();
        var tokens = Tensor.Full(Padding, rows.Count, length);
        for (var b = 0; b < rows.Count; b++)
        {
            for (var t = 0; t < rows[b].Length; t++)
            {
                tokens.Values[b * length + t] = rows[b][t];
            }
        }

        return tokens;
    }

    private static string[] Characters(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.ToLowerInvariant().Select(character => character.ToString())];
    }

    /// <summary>1 where there is a word, 0 where there is padding: the shape of the tokens.</summary>
    public static Tensor Mask(Tensor tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return Tensor.FromArray(
            Array.ConvertAll(tokens.ToArray(), token => token == Padding ? 0f : 1), tokens.Shape);
    }
}
