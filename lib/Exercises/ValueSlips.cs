namespace Exercises;

/// <summary>Mistakes that can be told from the numbers of any exercise, the most telling first.</summary>
internal static class ValueSlips
{
    /// <summary>A sentence on what is wrong, or null if it is nothing typical. The shapes agree.</summary>
    public static string? Find(Numbers answer, Numbers expected) =>
        Broken(answer) ?? OfEach(answer, expected) ?? (expected.Values is [var wanted]
            ? OffByOne(answer[0], wanted)
            : OfOrder(answer, expected) ?? OfAll(answer, expected));

    private static string? Broken(Numbers answer)
    {
        var at = Array.FindIndex(answer.Values, value => !double.IsFinite(value));
        return at < 0 ? null : $"there is {(double.IsNaN(answer[at]) ? "a NaN" : "an infinity")}"
            + (answer.Values.Length > 1 ? $" at {answer.Place(at)}" : "")
            + ": a division by zero, a logarithm of zero, or a power too large?";
    }

    private static string? OfEach(Numbers answer, Numbers expected)
    {
        bool If(Func<double, double> mended) => expected.Scale > 0 && Agreement.Holds(answer.Select(mended), expected);
        return If(value => -value) ? "the sign is wrong; the rest is right."
            : If(Math.Tanh) ? "this is the value before tanh: a step is missing."
            : If(value => 1 / (1 + Math.Exp(-value))) ? "this is the value before the sigmoid: a step is missing."
            : If(value => value / 100) ? "this is 100 times too large. Expected is a share, from 0 to 1."
            : If(value => value * 100) ? "this is 100 times too small. Expected is a percentage, from 0 to 100."
            : null;
    }

    private static string? OffByOne(double answer, double expected) =>
        double.IsInteger(expected) && Math.Abs(answer - expected) == 1
            ? $"off by one: one too {(answer > expected ? "many" : "few")}."
            : null;

    private static string? OfOrder(Numbers answer, Numbers expected)
    {
        var (values, wanted) = (answer.Values, expected.Values);
        var row = wanted.Length / expected.Shape.First(length => length > 1);
        return !Varies(wanted) ? null
            : Same(values[row..], wanted[..^row]) ? "each value is one step late."
            : Same(values[..^row], wanted[row..]) ? "each value is one step early."
            : Same([.. values.Order()], [.. wanted.Order()]) ? "the right numbers, but in another order."
            : null;
    }

    private static string? OfAll(Numbers answer, Numbers expected)
    {
        var (offset, factor) = (answer[0] - expected[0], answer[0] / expected[0]);
        return !Varies(expected.Values) ? null
            : Agreement.Holds(answer.Select(value => value - offset), expected)
                ? $"every number is {Answer.Short(Math.Abs(offset))} too {(offset > 0 ? "large" : "small")}: "
                    + "is something added once too often, or forgotten?"
            : double.IsFinite(factor) && Agreement.Holds(answer.Select(value => value / factor), expected)
                ? $"every number is {Answer.Short(factor)} times what it should be: is a factor or a division missing?"
            : null;
    }

    private static bool Varies(double[] values) => values.Distinct().Count() > 1;

    private static bool Same(double[] answer, double[] expected) =>
        Varies(expected) && Agreement.Holds(new([answer.Length], answer), new([expected.Length], expected));
}
