using Lectures.Recurrent;
using Lectures.Recurrent.Functions;

namespace Notebooks.Tests;

/// <summary>Lesson 12's shared runs of words, as students count them.</summary>
public sealed class OwnPrecision12
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "contains", "twice only if the reference has it twice" },
        { "distinct", "counts twice" },
        { "recall", "recall" },
        { "words", "fewer runs of n words than words" },
        { "one too few", "one too few" },
        { "count", "Divide by all that are written" },
        { "n ignored", "Count runs of n words" },
        { "swapped", "recall" },
        { "same place", "wherever it stands" },
        { "percent", "In percent" },
        { "constant", "whatever the function is given" },
        { "whole numbers", "In C#, 5 / 8 is 0" },
        { "arrays", "one and the same" },
        { "words in common", "is too small" },
    };

    [Fact]
    public void Its_own_answer_passes_and_its_slips_are_told() => JudgingFunctions.Holds(Lesson12.OwnPrecision);

    [Fact]
    public void A_right_count_passes_whatever_it_is_made_of()
    {
        Assert.True(Lesson12.OwnPrecision.Check(Mine("")).Passed);
        Assert.True(Lesson12.OwnPrecision.Check((written, reference, n) =>
        {
            Dictionary<string, int> Count(string[] words)
            {
                var runs = new Dictionary<string, int>();
                for (var i = 0; i <= words.Length - n; i++)
                {
                    var run = string.Join("|", words.Skip(i).Take(n));
                    runs[run] = runs.TryGetValue(run, out var before) ? before + 1 : 1;
                }

                return runs;
            }

            var (mine, theirs) = (Count(written), Count(reference));
            double shared = 0;
            foreach (var (run, times) in mine)
            {
                shared += theirs.TryGetValue(run, out var most) ? Math.Min(times, most) : 0;
            }

            return shared / mine.Values.Sum();
        }).Passed);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_slip_is_told(string slip, string says) => JudgingFunctions.Says(Lesson12.OwnPrecision, Mine(slip), says);

    private static SharedRuns Mine(string slip) => (written, reference, n) =>
    {
        if (slip == "swapped")
        {
            (written, reference) = (reference, written);
        }

        List<string> Runs(string[] words) => slip switch
        {
            "n ignored" => [.. words],
            _ => [.. Enumerable.Range(0, words.Length - n + 1).Select(i => string.Join(' ', words[i..(i + n)]))],
        };
        var (runs, left) = (Runs(written), Runs(reference));
        double shared = slip switch
        {
            "contains" => runs.Count(left.Contains),
            "distinct" => runs.Distinct().Count(left.Contains),
            "same place" => runs.Where((run, i) => i < left.Count && left[i] == run).Count(),
            _ => runs.Count(left.ToList().Remove),
        };
        return slip switch
        {
            "distinct" => shared / runs.Distinct().Count(),
            "recall" => shared / left.Count,
            "words" => shared / written.Length,
            "one too few" => shared / (written.Length - n),
            "count" => shared,
            "percent" => 100 * shared / runs.Count,
            "constant" => 0.5,
            "whole numbers" => (int)shared / runs.Count,
            "arrays" => Enumerable.Range(0, written.Length).Count(i => reference.Chunk(n).Contains(written[i..])),
            "words in common" => written.Intersect(reference).Count() / (double)written.Length,
            _ => shared / runs.Count,
        };
    };
}
