namespace Exercises;

/// <summary>Answers that were rounded, all to the same number of decimals.</summary>
internal static class Rounding
{
    private const int Most = 6;

    private const double Last = 0.005, LostAtMost = 0.1; // of a number much smaller than the largest

    /// <summary>Rounded so that at least two digits of the largest number are left: 0.24 for 0.2443.</summary>
    public static bool IsFine(Numbers answer, Numbers expected) =>
        Steps().Any(step => step * 10 <= expected.Scale && Fits(answer, expected, step, step / 2))
        && answer.Values.Zip(expected.Values).All(pair => Math.Abs(pair.First - pair.Second) <= Math.Max(Last, LostAtMost * Math.Abs(pair.Second)));

    /// <summary>Rounded to fewer digits, or cut off: 0.2 for 0.2443, or 0.24 for 0.2467.</summary>
    public static bool IsCoarse(Numbers answer, Numbers expected) =>
        Steps().Any(step => step <= expected.Scale
            && (Is(answer, expected, step, Math.Truncate) || Is(answer, expected, step, Math.Round)));

    /// <summary>Cut to whole numbers, as a division of whole numbers does it.</summary>
    public static bool IsWhole(Numbers answer, Numbers expected) =>
        Is(answer, expected, 1, Math.Truncate);

    private static IEnumerable<double> Steps() => Enumerable.Range(0, Most).Select(decimals => Math.Pow(10, -decimals));

    private static bool Is(Numbers answer, Numbers expected, double step, Func<double, double> cut) =>
        answer.Values.Zip(expected.Values).All(pair => Math.Abs(pair.First - cut(pair.Second / step) * step) < step * 1e-4);

    private static bool Fits(Numbers answer, Numbers expected, double step, double most) =>
        answer.Values.Zip(expected.Values).All(pair =>
            Math.Abs(pair.First / step - Math.Round(pair.First / step)) < 1e-4
            && Math.Abs(pair.First - pair.Second) <= most * (1 + 1e-6));
}
