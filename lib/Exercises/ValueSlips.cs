using System.Globalization;

namespace Exercises;

/// <summary>Mistakes that can be told from the numbers of any exercise, the most telling first.</summary>
internal static class ValueSlips
{
    private const double Saturated = 8, Closed = -1e4;

    private static readonly double[] _factors = [2, 3, 4, 5, 6, 8, 10, 12, 16];

    /// <summary>A sentence on what is wrong, or null if it is nothing typical. The shapes agree.</summary>
    public static string? Find(Numbers answer, Numbers expected) =>
        Mask(answer, expected) ?? Broken(answer) ?? Constant(answer, expected) ?? OfEach(answer, expected)
        ?? Rounded(answer, expected)
        ?? (expected.Values is [var wanted]
            ? OfOne(answer[0], wanted)
            : OrderSlips.Find(answer, expected) ?? OfAll(answer, expected));

    private static string? Mask(Numbers answer, Numbers expected) =>
        expected.Values.Distinct().Order().SequenceEqual([0, 1])
        && answer.Values.Zip(expected.Values).All(pair => pair.Second == 1 ? pair.First == 0 : pair.First <= Closed)
            ? "this mask is made to be added to scores: 0 where one may look, −∞ where not. "
                + "Asked for are 1 where one may look, and 0 where not."
            : null;

    private static string? Broken(Numbers answer)
    {
        var at = Array.FindIndex(answer.Values, value => !double.IsFinite(value));
        return at < 0 ? null : $"there is {(double.IsNaN(answer[at]) ? "a NaN" : "an infinity")}"
            + (answer.Values.Length > 1 ? $" at {answer.Place(at)}" : "")
            + ": a division by zero, a logarithm of zero, or a power too large?";
    }

    private static string? Constant(Numbers answer, Numbers expected) =>
        answer.Values.Distinct().Count() == 1 && expected.Values.Distinct().Count() > 1
            ? $"all numbers are {answer[0].ToString("G4", CultureInfo.InvariantCulture)}, but they should differ: "
                + "does it use what it is computed from?"
            : null;

    private static string? OfEach(Numbers answer, Numbers expected)
    {
        bool If(Func<double, double> mended) => expected.Scale > 0 && NumberComparison.Holds(answer.Select(mended), expected);
        var squashed = answer.Scale < Saturated && answer.Scale > 0;
        return If(value => -value) ? "the sign is wrong; the rest is right."
            : squashed && If(Math.Tanh) ? "this is the value before tanh: a step is missing."
            : squashed && If(value => 1 / (1 + Math.Exp(-value)))
                ? "this is the value before the sigmoid: a step is missing."
            : If(Math.Atanh) ? "this has gone through tanh once too often."
            : If(value => 1 - value) ? "this is 1 minus what is asked for."
            : squashed && If(Math.Exp) ? "this is the logarithm of what is asked for."
            : If(Math.Log) ? "this is e to the power of what is asked for."
            : If(value => value / 100) ? "this is 100 times too large."
                + (expected.Values.All(value => value is >= 0 and <= 1) ? " Expected is a share, from 0 to 1." : "")
            : If(value => value * 100) ? "this is 100 times too small."
                + (expected.Values.All(value => value is >= 0 and <= 100) ? " Is a percentage expected?" : "")
            : null;
    }

    private static string? Rounded(Numbers answer, Numbers expected) =>
        expected.Values.All(double.IsInteger) ? null
        : Rounding.IsWhole(answer, expected)
            ? "what comes after the point is cut off: is it a division of whole numbers? In C#, 3 / 2 is 1, and 3.0 / 2 is 1.5."
        : Rounding.IsCoarse(answer, expected) ? "this is rounded too much, or cut off: give more digits."
        : null;

    private static string? OfOne(double answer, double expected) =>
        double.IsInteger(expected) && Math.Abs(answer - expected) == 1
            ? $"off by one: one too {(answer > expected ? "many" : "few")}."
        : Math.Abs(Math.Abs(answer - expected) - 1) < 1e-6
            ? $"this is exactly 1 too {(answer > expected ? "large" : "small")}: is 1 added or taken away once too often, or forgotten?"
        : Factor(answer / expected) is { } times ? $"this is {times} times too large."
        : Factor(expected / answer) is { } parts ? $"this is {parts} times too small."
        : null;

    private static double? Factor(double ratio) =>
        _factors.Where(factor => Math.Abs(ratio - factor) < 1e-6).Cast<double?>().FirstOrDefault();

    private static string? OfAll(Numbers answer, Numbers expected)
    {
        var (offset, factor) = (answer[0] - expected[0], answer[0] / expected[0]);
        return expected.Values.Distinct().Count() == 1 ? null
            : NumberComparison.Holds(answer.Select(value => value - offset), expected)
                ? $"every number is {Answer.Short(Math.Abs(offset))} too {(offset > 0 ? "large" : "small")}: "
                    + "is something added once too often, or forgotten?"
            : double.IsFinite(factor) && NumberComparison.Holds(answer.Select(value => value / factor), expected)
                ? $"every number is {Answer.Short(factor)} times what it should be: is a factor or a division missing?"
            : null;
    }
}
