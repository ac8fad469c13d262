using System.Globalization;
using SequenceModels;

namespace Exercises;

/// <summary>Says how far a guess is off. A guess need not be exact: it is close within a tenth of each number, or a
/// twentieth of the largest; but shapes are right or wrong.</summary>
internal static class Guess
{
    private const double OfEach = 0.1, OfLargest = 0.05, ManyTimes = 3;

    public static (Outcome Outcome, string Message) Compare(object guess, object actual)
    {
        var said = $"it is {Answer.Text(actual)}. You predicted {Answer.Text(guess)}";
        if (Answer.Agree(guess, actual))
        {
            return (Outcome.Right, $"{Answer.Text(actual)}, as you predicted.");
        }

        if ((Answer.Read(guess, actual), Numbers.Of(actual)) is not ({ } got, { } wanted)
            || !got.Squeezed.SequenceEqual(wanted.Squeezed))
        {
            return (Outcome.Wrong, $"{said}.");
        }

        var close = Enumerable.Range(0, wanted.Values.Length)
            .Select(i => IsClose(got[i], wanted[i], actual is Shape ? 0 : wanted.Scale)).ToArray();
        return close switch
        {
            _ when close.All(it => it) =>
                (Outcome.Close, $"{Answer.Text(actual)}. Your prediction was close: {Answer.Text(guess)}."),
            [_] => (Outcome.Wrong, $"{said}, {HowFar(got[0], wanted[0])}."),
            _ => (Outcome.Wrong, $"{said}: {string.Join("; ", close.Select((near, i) => Of(i, near, got[i], wanted[i])))}."),
        };
    }

    private static bool IsClose(double guess, double actual, double largest) =>
        Math.Abs(guess - actual) <= (largest == 0 ? 0 : Math.Max(OfEach * Math.Abs(actual), OfLargest * largest));

    private static string Of(int index, bool near, double guess, double actual)
    {
        var place = index switch { 0 => "the first", 1 => "the second", 2 => "the third", _ => $"number {index + 1}" };
        return $"{place} is {(guess.Equals(actual) ? "right" : near ? "close" : HowFar(guess, actual))}";
    }

    private static string HowFar(double guess, double actual)
    {
        var (difference, times) = (Math.Abs(guess - actual), guess / actual);
        var way = guess > actual ? "high" : "low";
        return !double.IsFinite(times) || times <= 0 ? $"{Short(difference)} too {way}"
            : times >= ManyTimes ? $"{Short(times)} times too high"
            : 1 / times >= ManyTimes ? $"{Short(1 / times)} times too low"
            : $"{Short(difference)} too {way}";
    }

    // Three digits, and never an exponent that a student has to decipher.
    private static string Short(double value) => value >= 100
        ? Math.Round(value).ToString(CultureInfo.InvariantCulture)
        : value.ToString("G3", CultureInfo.InvariantCulture);
}
