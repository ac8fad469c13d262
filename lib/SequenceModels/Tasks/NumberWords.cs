using System.Globalization;

namespace SequenceModels.Tasks;

/// <summary>Write numbers in figures: "three hundred and five" → "305".</summary>
/// <remarks>
/// There are few small numbers, and each teaches something: were some held out, gaps would remain. So all below 100 are
/// learned from, and the test has 3 digits and more.
/// </remarks>
public sealed class NumberWords : TranslationTask
{
    private const int Small = 99;

    private static readonly string[] _ones =
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];
    private static readonly string[] _tens =
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    private static readonly int[] _least = [100, 1_000, 10_000, 100_000]; // of 3 digits, of 4, …

    /// <summary>Different numbers: 1 to 99, and larger ones of 3 digits, of 4, … equally often as far as there are
    /// enough.</summary>
    /// <param name="rng">Draws them.</param>
    /// <param name="maxDigits">How many digits a number has at most, 3 to 6.</param>
    /// <param name="training">How many numbers to learn from, at least 100.</param>
    /// <param name="heldOut">How many other numbers to be tested on.</param>
    /// <exception cref="ArgumentException">There are not so many numbers.</exception>
    public NumberWords(TorchRandom rng, int maxDigits = 6, int training = 10_000, int heldOut = 400)
        : base(
            Draw(rng, maxDigits, training, heldOut),
            new Vocabulary([.. _ones, .. _tens, "hundred", "thousand", "and"]),
            Vocabulary.OfCharacters("0123456789").ForTargets())
    {
    }

    /// <summary>A number below a million in words.</summary>
    public static string InWords(int number)
    {
        Expect.Between(1, 999_999, number);
        return number switch
        {
            < 20 => _ones[number - 1],
            < 100 => number % 10 == 0 ? _tens[number / 10 - 2] : $"{InWords(number / 10 * 10)} {InWords(number % 10)}",
            < 1000 => Joined($"{InWords(number / 100)} hundred", number % 100),
            _ => Joined($"{InWords(number / 1000)} thousand", number % 1000),
        };
    }

    private static string Joined(string high, int low) => low switch
    {
        0 => high,
        < 100 => $"{high} and {InWords(low)}",
        _ => $"{high} {InWords(low)}",
    };

    private static PairSplit Draw(TorchRandom rng, int maxDigits, int training, int heldOut)
    {
        ArgumentNullException.ThrowIfNull(rng);
        Expect.Between(3, 6, maxDigits);
        Expect.AtLeast(Small + 1, training);
        var drawn = PairSplit.Draw(training - Small, heldOut, () =>
        {
            var least = _least[rng.Integer(0, maxDigits - 2)];
            return Pair(rng.Integer(least, 10 * least));
        });
        return drawn with { Training = [.. Enumerable.Range(1, Small).Select(Pair), .. drawn.Training] };
    }

    private static SentencePair Pair(int number) => new(InWords(number), number.ToString(CultureInfo.InvariantCulture));
}
