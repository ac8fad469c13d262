using Exercises.Functions;
using SequenceModels;

namespace Lectures.Recurrent.Functions;

/// <summary>The share of a translation's runs of n words that its reference has, too.</summary>
/// <param name="written">The words of the translation.</param>
/// <param name="reference">The words of the reference.</param>
/// <param name="n">How many words a run has.</param>
/// <returns>The share, 0 to 1.</returns>
public delegate double SharedRuns(string[] written, string[] reference, int n);

/// <summary>BLEU's modified n-gram precision, written by the student, and tried on random sentences of few words, so that
/// words repeat, and references that have much in common with them.</summary>
internal static class OwnPrecision
{
    private static readonly string[] _words =
        ["le", "type", "la", "valeur", "est", "de", "un", "membre", "ne", "peut", "pas", "dans", "une", "classe"];

    public static FunctionExercise<SharedRuns> Exercise { get; } = new("your share of runs", Precision)
    {
        Inputs = [Sentences("single words", 15, 12, 1), Sentences("pairs", 17, 13, 2), Sentences("a long reference", 16, 22, 2)],
        Slips =
        [
            new((_, _, _) => 0,
                "It is 0 for all. Are two whole numbers divided? In C#, 5 / 8 is 0: write (double) before one of them. Or are arrays "
                + "compared? Two of them are equal only if they are one and the same: join a run into a text first."),
            new((written, reference, n) => Share(written, reference, n, run => Runs(reference, n).Contains(run)),
                "A run that is written twice counts twice only if the reference has it twice: \"le le le\" is not right thrice."),
            new((written, reference, n) => Distinct(written, reference, n) / (double)Runs(written, n).Distinct().Count(),
                "You count different runs. One that stands twice in both counts twice."),
            new((written, reference, n) => Distinct(written, reference, n) / (double)Runs(written, n).Length,
                "You count each run that both have once. One that stands twice in both counts twice."),
            new((written, reference, n) => Shared(written, reference, n) / (double)Runs(reference, n).Length,
                "You divide by the reference's runs: that is the share of the reference that was found (recall). "
                + "Asked for is the share of what was written."),
            new((written, reference, n) => Shared(written, reference, n) / (double)written.Length,
                "You divide by the number of words. There are fewer runs of n words than words."),
            new((written, reference, n) => Shared(written, reference, n) / (double)(written.Length - n),
                "You divide by one too few: of 5 words there are 4 runs of 2."),
            new((written, reference, n) => Precision(written[..^1], reference, n), "The last run of the translation is missing."),
            new((written, reference, n) => Precision(written, reference[..^1], n), "The last run of the reference is missing."),
            new((written, reference, n) => Shared(written, reference, n), "That is how many runs are shared. Divide by all that are written."),
            new((written, reference, _) => Precision(written, reference, 1), "Those are single words. Count runs of n words."),
            new((written, reference, n) => Share(written, reference, n, PlacesOf(reference, n)),
                "You compare runs at the same place. A run counts wherever it stands in the reference."),
            new((written, reference, n) => 100 * Precision(written, reference, n), "In percent. Give a share, from 0 to 1."),
        ],
        Hints =
        [
            "First all runs of n words of either sentence. How many are there in 5 words, if n is 2?",
            "A run of the translation is shared if the reference still has one that was not counted yet. "
            + "list.Remove(run) says whether it was there, and takes it away.",
            "runs.Count(run => left.Remove(run)) over the number of runs, with left the reference's runs",
        ],
    };

    private static double Precision(string[] written, string[] reference, int n) =>
        Shared(written, reference, n) / (double)Runs(written, n).Length;

    private static int Shared(string[] written, string[] reference, int n)
    {
        var left = Runs(reference, n).ToList();
        return Runs(written, n).Count(left.Remove);
    }

    private static int Distinct(string[] written, string[] reference, int n) => Runs(written, n).Intersect(Runs(reference, n)).Count();

    private static double Share(string[] written, string[] reference, int n, Func<string, int, bool> shared) =>
        Runs(written, n).Where(shared).Count() / (double)Runs(written, n).Length;

    private static double Share(string[] written, string[] reference, int n, Func<string, bool> shared) =>
        Share(written, reference, n, (run, _) => shared(run));

    private static Func<string, int, bool> PlacesOf(string[] reference, int n) =>
        (run, at) => Runs(reference, n).ElementAtOrDefault(at) == run;

    private static string[] Runs(string[] words, int n) =>
        [.. Enumerable.Range(0, Math.Max(0, words.Length - n + 1)).Select(start => string.Join(' ', words[start..(start + n)]))];

    private static HiddenInput Sentences(string size, int written, int reference, int n) =>
        new(size, rng =>
        {
            string[] mine = [.. Enumerable.Range(0, written).Select(_ => Word(rng))];
            return [mine, Enumerable.Range(0, reference).Select(i => Near(mine, i, rng)).ToArray(), n];
        });

    // From the middle on a word later, and every fourth one another.
    private static string Near(string[] written, int place, TorchRandom rng)
    {
        var at = place < written.Length / 2 ? place : place - 1;
        return at < written.Length && rng.Uniform() < 0.75 ? written[at] : Word(rng);
    }

    private static string Word(TorchRandom rng) => _words[rng.Integer(0, _words.Length)];
}
