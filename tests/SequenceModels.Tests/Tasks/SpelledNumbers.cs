using System.Globalization;
using CsCheck;
using SequenceModels.Tasks;

namespace SequenceModels.Tests.Tasks;

public sealed class SpelledNumbers
{
    private static readonly string[] _upTo19 = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        + "seventeen eighteen nineteen").Split(' ');
    private static readonly string[] _tens = "- - twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    [Theory]
    [InlineData(7, "seven")]
    [InlineData(40, "forty")]
    [InlineData(99, "ninety nine")]
    [InlineData(305, "three hundred and five")]
    [InlineData(1000, "one thousand")]
    [InlineData(1012, "one thousand and twelve")]
    [InlineData(20_400, "twenty thousand four hundred")]
    [InlineData(999_999, "nine hundred and ninety nine thousand nine hundred and ninety nine")]
    public void Numbers_are_spelled_in_the_British_way(int number, string words) =>
        Assert.Equal(words, NumberWords.InWords(number));

    [Fact]
    public void Any_number_in_words_reads_as_the_number() =>
        Gen.Int[1, 999_999].Sample(number => Read(NumberWords.InWords(number)) == number);

    [Fact]
    public void Small_numbers_are_all_learned_and_only_larger_ones_tested()
    {
        var task = new NumberWords(new TorchRandom(1));
        var (training, heldOut) = (Numbers(task.Training), Numbers(task.HeldOut));

        Assert.Equal((31, 13), (task.SourceVocabulary.Count, task.TargetVocabulary.Count));
        Assert.Equal(10_000, training.Length);
        Assert.Equal(Enumerable.Range(1, 99), training.Where(number => number < 100).Order());
        Assert.Equal([3, 4, 5, 6], heldOut.Select(Digits).Distinct().Order());
        Assert.Empty(heldOut.Intersect(training));
        // Nearly all 900 numbers of 3 digits turn up on one side or the other.
        Assert.InRange(training.Concat(heldOut).Count(number => Digits(number) == 3), 850, 900);

        static int Digits(int number) => number.ToString(CultureInfo.InvariantCulture).Length;
        static int[] Numbers(IReadOnlyList<SentencePair> pairs) => [.. pairs.Select(pair =>
        {
            Assert.Equal(Read(pair.Source), int.Parse(pair.Target, CultureInfo.InvariantCulture));
            return Read(pair.Source);
        })];
    }

    [Fact]
    public void Fewer_digits_can_be_asked_for() =>
        Assert.All(
            new NumberWords(new TorchRandom(1), maxDigits: 3, training: 500, heldOut: 100).HeldOut,
            pair => Assert.Equal(3, pair.Target.Length));

    // Left to right: hundred multiplies what has come since the last thousand.
    private static int Read(string words)
    {
        var (thousands, rest) = (0, 0);
        foreach (var word in words.Split(' '))
        {
            (thousands, rest) = word switch
            {
                "and" => (thousands, rest),
                "hundred" => (thousands, rest * 100),
                "thousand" => (rest, 0),
                _ when _tens.Contains(word) => (thousands, rest + 10 * Array.IndexOf(_tens, word)),
                _ => (thousands, rest + Array.IndexOf(_upTo19, word)),
            };
        }

        return thousands * 1000 + rest;
    }
}
