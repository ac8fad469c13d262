namespace Exercises;

/// <summary>The right numbers at wrong places, or some of them.</summary>
internal static class OrderSlips
{
    /// <summary>A sentence on what is wrong, or null. The shapes agree, and there are two numbers or more.</summary>
    public static string? Find(Numbers answer, Numbers expected)
    {
        if (!Varies(expected.Values))
        {
            return null;
        }

        var shape = expected.Squeezed;
        var (got, wanted) = (Rows(answer.Values, shape), Rows(expected.Values, shape));
        return shape is [var n, var m] && n == m && Same(Flat(Turned(got)), expected.Values)
                ? "rows and columns are swapped."
            : Moved(got, wanted, shape.Length > 1 ? "rows" : "numbers")
            ?? (shape.Length == 2 ? Moved(Turned(got), Turned(wanted), "columns") : null)
            ?? (Same([.. answer.Values.Order()], [.. expected.Values.Order()])
                ? "the right numbers, but in another order."
                : Shifted(got, wanted));
    }

    private static string? Moved(double[][] got, double[][] wanted, string what)
    {
        int[] wrong = [.. Enumerable.Range(0, got.Length).Where(i => !Same(got[i], wanted[i]))];
        return wrong switch
        {
            [var one, var other] when Same(got[one], wanted[other]) && Same(got[other], wanted[one]) =>
                got.Length == 2 ? $"the two {what} have changed places."
                    : $"the right {what}, but in another order: {one} and {other} (counted from 0) have changed places.",
            { Length: > 1 } when got.Reverse().Zip(wanted).All(pair => Same(pair.First, pair.Second)) =>
                $"the right {what}, but in reverse order.",
            _ => null,
        };
    }

    // One row that fits by chance is no shift.
    private static string? Shifted(double[][] got, double[][] wanted) =>
        got.Length < 3 ? null
        : Fits(got[1..], wanted[..^1]) ? "each value is one step late."
        : Fits(got[..^1], wanted[1..]) ? "each value is one step early."
        : null;

    private static bool Fits(double[][] got, double[][] wanted) =>
        Varies(Flat(wanted)) && Same(Flat(got), Flat(wanted));

    private static double[][] Rows(double[] values, int[] shape) => [.. values.Chunk(values.Length / shape[0])];

    private static double[][] Turned(double[][] rows) =>
        [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Select(row => row[column]).ToArray())];

    private static double[] Flat(double[][] rows) => [.. rows.SelectMany(row => row)];

    private static bool Varies(double[] values) => values.Distinct().Count() > 1;

    private static bool Same(double[] answer, double[] expected) =>
        NumberComparison.Holds(new([answer.Length], answer), new([expected.Length], expected));
}
