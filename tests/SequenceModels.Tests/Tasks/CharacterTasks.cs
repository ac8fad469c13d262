using System.Globalization;
using SequenceModels.Tasks;

namespace SequenceModels.Tests.Tasks;

public sealed class CharacterTasks
{
    [Fact]
    public void A_reversed_word_reads_the_same_from_behind()
    {
        var task = new Reversal(new TorchRandom(1), letters: 10, minLength: 3, maxLength: 10);

        Assert.Equal((11, 13), (task.SourceVocabulary.Count, task.TargetVocabulary.Count));
        foreach (var (source, target) in task.Training.Concat(task.HeldOut))
        {
            Assert.Equal(source.Length, target.Length);
            Assert.All(source, (letter, i) => Assert.Equal(letter, target[target.Length - 1 - i]));
        }
    }

    [Fact]
    public void Words_to_reverse_come_in_every_length_and_letter_and_none_held_out_is_learned()
    {
        var task = new Reversal(new TorchRandom(1), letters: 10, minLength: 3, maxLength: 10);

        Assert.Equal(Enumerable.Range(3, 8), task.HeldOut.Select(task.SourceLength).Distinct().Order());
        Assert.All(task.HeldOut.CountBy(task.SourceLength), count => Assert.InRange(count.Value, 25, 75));
        Assert.Equal("abcdefghij", string.Concat(task.HeldOut.SelectMany(pair => pair.Source).Distinct().Order()));
        Assert.Empty(task.HeldOut.Select(pair => pair.Source).Intersect(task.Training.Select(pair => pair.Source)));
    }

    [Fact]
    public void A_date_is_the_same_day_in_either_form_and_held_out_in_all_forms()
    {
        var task = new DateNormalisation(new TorchRandom(1));
        var (training, heldOut) = (task.Training.Select(Read).ToArray(), task.HeldOut.Select(Read).ToArray());

        Assert.Equal((38, 14), (task.SourceVocabulary.Count, task.TargetVocabulary.Count));
        Assert.Empty(heldOut.Intersect(training));
        Assert.Equal((1950, 2049), (training.Min(date => date.Year), training.Max(date => date.Year)));

        static DateTime Read(SentencePair pair)
        {
            var day = DateTime.ParseExact(pair.Target, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            // 13.09.1955 and 13/09/1955 have the day first, which the invariant culture does not.
            var source = pair.Source[2] is '.' or '/'
                ? string.Join('-', pair.Source.Split('.', '/').Reverse())
                : pair.Source;
            Assert.Equal(day, DateTime.Parse(source, CultureInfo.InvariantCulture)); // refuses a wrong day of the week
            return day;
        }
    }

    [Fact]
    public void Dates_come_in_8_formats_about_equally_often()
    {
        var pairs = new DateNormalisation(new TorchRandom(1)).Training;
        var formats = pairs.CountBy(pair => string.Concat(pair.Source.Select(
            (c, i) => char.IsAsciiDigit(c) ? '9' : char.IsAsciiLetter(c) ? 'a' : c)).Replace("99", "9", StringComparison.Ordinal));

        Assert.All(pairs, pair => Assert.InRange(pair.Source.Length, 10, 18));
        Assert.Equal(10_000, pairs.Count);
        foreach (var (source, count) in new[]
        {
            ("9.9.99", 1250), ("9/9/99", 1250), ("9-aaa-99", 1250), ("9 aaaaaaaaa 99", 104), ("aaaaaaaaa 9, 99", 104),
            ("aaa 9, 99", 1354), ("9 aaa 99", 1354), ("aaa 9 aaa 99", 1250),
        })
        {
            Assert.InRange(formats.Single(format => format.Key == source).Value, 0.7 * count, 1.3 * count);
        }
    }
}
