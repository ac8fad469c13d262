namespace Exercises;

/// <summary>
/// How far two blocks of numbers of one size are apart. Exact is measured against the largest number expected: float32
/// keeps seven digits of that, and a gradient of 1e-6 must not pass as 0.
/// </summary>
internal sealed record NumberComparison(double LargestDifference, int At, int Wrong, bool IsExact, bool IsClose)
{
    private const double FloatNoise = 1e-5, NearlyRight = 1e-2, OfWholeNumbers = 0.1;

    public static NumberComparison Of(Numbers answer, Numbers expected)
    {
        double[] differences = [.. answer.Values.Zip(expected.Values, Difference)];
        var largest = differences.DefaultIfEmpty().Max();
        var whole = expected.Values.All(double.IsInteger);
        var noise = FloatNoise * (expected.Scale > 0 ? expected.Scale : 1);
        var exact = largest <= (whole ? Math.Min(noise, OfWholeNumbers) : noise);
        var nearly = differences.Zip(expected.Values, (difference, value) =>
            difference <= Math.Max(noise, NearlyRight * Math.Abs(value)));
        return new(largest, Math.Max(0, Array.IndexOf(differences, largest)), differences.Count(difference => difference > noise), exact,
            exact || (!whole && (nearly.All(it => it) || Rounding.IsFine(answer, expected))));
    }

    public static bool Holds(Numbers answer, Numbers expected) =>
        answer.Squeezed.SequenceEqual(expected.Squeezed) && Of(answer, expected).IsExact;

    private static double Difference(double answer, double expected) =>
        answer.Equals(expected) ? 0 : Math.Abs(answer - expected) is var difference && double.IsNaN(difference)
            ? double.PositiveInfinity
            : difference;
}
