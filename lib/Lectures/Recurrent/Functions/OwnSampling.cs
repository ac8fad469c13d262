using Exercises.Functions;
using SequenceModels;

namespace Lectures.Recurrent.Functions;

/// <summary>Writes by chance, character by character, as probable as a network's scores say.</summary>
/// <param name="scores">The network: a score for each character that may follow a text.</param>
/// <param name="first">The character to begin with.</param>
/// <param name="temperature">What the scores are divided by.</param>
/// <param name="draws">A number from 0 to 1 for each character to be written.</param>
/// <returns>The text: the first character, then one for each draw.</returns>
public delegate IReadOnlyList<int> WriteByChance(
    Func<IReadOnlyList<int>, double[]> scores, int first, double temperature, double[] draws);

/// <summary>Sampling with a temperature, written by the student, and tried on networks that are tables of random
/// scores.</summary>
internal static class OwnSampling
{
    public static FunctionExercise<WriteByChance> Exercise { get; } = new("your sampling", Loop())
    {
        Inputs =
        [
            Writing("5 characters, 12 draws, cold", 5, 12, 0.3f, 0.6f),
            Writing("3 characters, 20 draws, hot", 3, 20, 1.6f, 2.4f),
            Writing("8 characters, 30 draws", 8, 30, 0.6f, 0.8f),
        ],
        Slips =
        [
            Powers((score, _) => Math.Exp(score), "The temperature does nothing: divide each score by it, before the exponential."),
            Powers((score, temperature) => Math.Exp(score * temperature), "You multiply by the temperature. The scores are divided by it."),
            new(Loop(choose: (p, _) => Array.IndexOf(p, p.Max())),
                "You take the most probable character each time. Which one it is, the draw decides."),
            new(Loop(choose: (p, u) => (int)(u * p.Length)), "All characters are equally probable there: do the scores count?"),
            new(Loop(normalized: false), "The powers are not divided by their sum: probabilities add up to 1."),
            new(Loop(choose: (p, u) => First(p, 1 - u)),
                "You add up from the other end. Take the first character at which p₀ + p₁ + … is larger than the draw."),
            new(Loop(choose: (p, u) => Math.Min(First(p, u) + 1, p.Length - 1)),
                "One character too far: take the one at which the sum gets larger than the draw, not the next."),
            new(Loop(choose: (p, u) => Math.Max(First(p, u) - 1, 0)),
                "One character too early: take the one at which the sum gets larger than the draw, not the one before."),
            new(Loop(grows: false),
                "The network sees the first character only, each time. Give it the text as far as it is written."),
            new(Loop(sees: text => [text[^1]]), "The network sees the last character only. Give it all of the text so far."),
            new((scores, first, temperature, draws) => Loop()(scores, first, temperature, [.. draws.Select(_ => draws[0])]),
                "The same draw is used each time. There is one for each character."),
            new((scores, first, temperature, draws) => [.. Loop()(scores, first, temperature, draws).Skip(1)],
                "All characters are right, only the first is missing: the text begins with it."),
            new((scores, first, temperature, draws) => [.. Loop()(scores, first, temperature, draws).SkipLast(1)],
                "The last character is missing: one is written for each draw."),
        ],
        Hints =
        [
            "For each draw: scores of the text so far, then probabilities, then the character that the draw falls on. "
            + "What goes on to the next draw?",
            "e to the power of score / temperature, over the sum of all these. Then add p₀ + p₁ + … until the sum is larger "
            + "than the draw.",
            "var (k, sum) = (0, p[0]); while (sum <= draw) { k++; sum += p[k]; } text.Add(k);",
        ],
    };

    private static Slip<WriteByChance> Powers(Func<double, double, double> power, string says) => new(Loop(power), says);

    private static WriteByChance Loop(
        Func<double, double, double>? power = null, bool normalized = true, Func<double[], double, int>? choose = null,
        bool grows = true, Func<List<int>, IReadOnlyList<int>>? sees = null) => (scores, first, temperature, draws) =>
    {
        var text = new List<int> { first };
        foreach (var draw in draws)
        {
            var seen = grows ? sees?.Invoke(text) ?? text : [first];
            var powers = Array.ConvertAll(
                scores(seen), score => power?.Invoke(score, temperature) ?? Math.Exp(score / temperature));
            var sum = normalized ? powers.Sum() : 1;
            text.Add((choose ?? First)(Array.ConvertAll(powers, one => one / sum), draw));
        }

        return text;
    };

    // The first k with p_0 + … + p_k > u.
    private static int First(double[] p, double u)
    {
        var (k, sum) = (0, p[0]);
        while (sum <= u && k < p.Length - 1)
        {
            sum += p[++k];
        }

        return k;
    }

    private static HiddenInput Writing(string size, int characters, int count, float coldest, float hottest) => new(size, rng =>
    [
        Table(rng, characters), rng.Integer(0, characters), (double)(coldest + (hottest - coldest) * rng.Uniform()),
        Enumerable.Range(0, count).Select(_ => (double)rng.Uniform()).ToArray(),
    ]);

    // A network that minds the last character, and how many there are.
    private static Func<IReadOnlyList<int>, double[]> Table(TorchRandom rng, int characters)
    {
        var (last, count) = (Draw.Matrix(rng, characters, characters), Draw.Matrix(rng, characters, characters));
        return text => [.. 1.5 * (last.Row(text[^1]) + count.Row(text.Count % characters))];
    }
}
