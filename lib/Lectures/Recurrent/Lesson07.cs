using Exercises;

namespace Lectures.Recurrent;

/// <summary>The exercises of lesson 07, the bottleneck.</summary>
public static partial class Lesson07
{
    private const int Alphabet = 10, Units = 64;

    private static readonly int[] _lengths = [3, 6, 10], _ofBits = [3, 5, 10], _ofSources = [3, 10, 20];

    /// <summary>Bits in a word of 3, 5 and 10 letters, of an alphabet of ten.</summary>
    public static Exercise Bits { get; } = new(
        "bits in 3, 5 and 10 letters", OfEach(_ofBits, n => n * Math.Log2(Alphabet)))
    {
        Mistakes =
        [
            new(OfEach(_ofBits, n => Math.Pow(Alphabet, n)),
                "That is how many different words there are. How many yes-no answers single one out?"),
            new(OfEach(_ofBits, n => n * Math.Log(Alphabet)),
                "That is the natural logarithm. Bits count doublings: the logarithm to base 2."),
            new(OfEach(_ofBits, n => n),
                "That is the logarithm to base 10: it counts letters. A bit has two values, not ten."),
            new(OfEach(_ofBits, n => n * Alphabet),
                "That is a yes-no answer for every letter of the alphabet at every place: "
                + "enough, but far more than needed."),
            new(OfEach(_ofBits, n => n * 4),
                "4 bits are enough for one letter, with 6 of their 16 values unused. A word as a whole needs less."),
            new(OfEach(_ofBits, n => n * Math.Log2(26)), "That is for 26 letters. The words here have ten, a to j."),
            new(OfEach(_ofBits, n => n * 8),
                "A character in a file takes 8 bits or more. One of only ten letters needs less."),
            new(OfEach(_ofBits, n => Math.Log2(n)), "That singles out one of n. Here it is one of 10ⁿ words."),
            new(OfEach(_ofBits, n => Math.Ceiling(n * Math.Log2(Alphabet))),
                "Rounded up to whole bits. Asked for is the logarithm itself."),
            new(OfEach(_ofBits, n => Math.Pow(n, Alphabet)),
                "n¹⁰ is upside down: each of n places has one of ten letters. And then, how many bits?"),
        ],
        Hints =
        [
            "b yes-no answers tell 2ᵇ things apart. How many words of n letters are there to be told apart?",
            "There are 10ⁿ words. Which b has 2ᵇ = 10ⁿ? Each further letter adds the same to b.",
            "n * Math.Log2(…), for n = 3, 5 and 10.",
        ],
    };

    /// <summary>The share of words written right, at each length of <see cref="Written"/>.</summary>
    public static Exercise ExactMatch { get; } = new("exact match by length", ByLength(IsRight))
    {
        Mistakes =
        [
            new(ByLength(LettersRight),
                "That is the share of letters that are right. A word counts only if all of them are."),
            new(ByLength(a => string.Concat(a.Written.Order()) == string.Concat(a.Source.Order())),
                "That counts a word with the right letters in a wrong order. The order is the task."),
            new(ByLength(a => a.Written == a.Source),
                "You compared with the source as it is. The network had to write it backwards."),
            new(ByLength(a => Backwards(a.Source).StartsWith(a.Written, StringComparison.Ordinal)),
                "That counts a word that stops too early. The whole word has to be there."),
            new(ByLength(a => a.Written.StartsWith(Backwards(a.Source), StringComparison.Ordinal)),
                "That counts a word with letters too many at its end."),
            new(ByLength(a => a.Written.Length == a.Source.Length),
                "That counts every word of the right length, whatever its letters."),
            new(ByLength(a => !IsRight(a)), "Those are the shares that are wrong."),
            new(PerLength(group => group.Count(IsRight)),
                "Those are counts. A share is the count divided by how many words of this length there are."),
            new(PerLength(group => (double)group.Count(IsRight) / Written.Count),
                "You divided by all words. Divide by the words of this length."),
            new(Written.Average(a => IsRight(a) ? 1.0 : 0),
                "That is the share over all lengths together. We want one number for each length."),
        ],
        Hints =
        [
            "First one word: what had to be written, and is that what was written? Then group the words by length.",
            "Lesson07.Written.GroupBy(word => word.Source.Length) gives the groups; "
            + "the share is the mean of 1 for right and 0 for wrong.",
            "group.Average(word => word.Written == Backwards(word.Source) ? 1.0 : …), for each group.",
        ],
    };

    /// <summary>The share of words of 3, 6 and 10 letters that are right if each letter is right at 95 %.</summary>
    public static Exercise LetterByLetter { get; } = new(
        "words right, if letters are right at 95 %", OfEach(_lengths, n => Math.Pow(0.95, n)))
    {
        Mistakes =
        [
            new(OfEach(_lengths, _ => 0.95), "That is the share of letters. A word is right only if every letter is."),
            new(OfEach(_lengths, n => 1 - 0.05 * n),
                "Adding up the 5 % counts words with two mistakes twice. Multiply what is right."),
            new(OfEach(_lengths, n => 1 - Math.Pow(0.95, n)), "Those are the words with a mistake."),
            new(OfEach(_lengths, n => 0.95 * n),
                "More letters make it harder, not more likely: probabilities of \"this and that\" are multiplied."),
            new(OfEach(_lengths, n => 0.95 / n),
                "Not divided by n: each further letter takes its 95 % of what is left."),
            new(OfEach(_lengths, n => Math.Pow(0.05, n)), "That is the chance that every letter is wrong."),
            new(OfEach(_lengths, n => 1 - Math.Pow(0.05, n)), "That is the chance that at least one letter is right."),
            new(OfEach(_lengths, n => Math.Pow(0.95, n - 1)),
                "One factor too few: the first letter can be wrong, too."),
            new(OfEach(_lengths, n => Math.Pow(0.95, n + 1)),
                "One factor too many. (The end of the word is left out here.)"),
        ],
        Hints =
        [
            "Two letters: the first is right at 95 %, and of those words the second again at 95 %.",
            "For n letters that is a product of n factors.",
            "Math.Pow(0.95, …), for 3, 6 and 10.",
        ],
    };

    /// <summary>How many numbers about the source a plain decoder gets, and one with attention, at 64 units.</summary>
    public static Exercise Seen { get; } = new("numbers seen", Both(_ => Units, n => n * Units))
    {
        Mistakes =
        [
            new(Both(n => n * Units, _ => Units),
                "The two have changed places: which of them looks back at every letter?"),
            new(Both(_ => Units, _ => Units),
                "With attention the decoder has a state for each letter, not only the last."),
            new(Both(n => n * Units, n => n * Units),
                "The plain decoder starts from the last state. The others are thrown away."),
            new(Both(_ => Units, n => (n + 1) * Units), "The last state is counted twice: it is one of the n."),
            new(Both(_ => Units, n => n), "That is how many states there are. Each has 64 numbers."),
            new(Both(_ => 1, n => n), "Those are states. Each has 64 numbers."),
            new(Both(_ => Units, n => n * n),
                "n · n is how often it looks: each letter written at each letter read. What it looks at are n states."),
            new(Both(_ => Units, n => n + Units),
                "Not n more numbers, but a state of 64 numbers for each of the n letters."),
        ],
        Hints =
        [
            "The encoder makes a state of 64 numbers after each letter. Which of them does each decoder get?",
            "The plain one gets the last state, whatever the length; with attention it gets all n.",
            "plain: [64, 64, 64]; with attention: [3 * 64, …, …]",
        ],
    };

    private static double[] OfEach(int[] lengths, Func<int, double> value) => Array.ConvertAll(lengths, n => value(n));

    private static int[][] Both(Func<int, int> plain, Func<int, int> attending) =>
        [Array.ConvertAll(_ofSources, n => plain(n)), Array.ConvertAll(_ofSources, n => attending(n))];
}
