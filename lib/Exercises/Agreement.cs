namespace Exercises;

/// <summary>
/// How far two blocks of numbers of one size are apart, measured against the largest number expected: float32 keeps
/// seven digits of that, and a gradient of 1e-6 must not pass as 0.
/// </summary>
internal sealed record Agreement(double LargestDifference, int At, double Scale, bool Whole)
{
    private const double FloatNoise = 1e-5, Rounding = 1e-2, OfWholeNumbers = 0.1;

    /// <summary>Equal but for float32's last digits.</summary>
    public bool IsExact =>
        LargestDifference <= (Whole ? Math.Min(FloatNoise * Scale, OfWholeNumbers) : FloatNoise * Scale);

    /// <summary>Equal but for rounding to two digits; whole numbers (counts, shapes) are never nearly right.</summary>
    public bool IsClose => IsExact || (!Whole && LargestDifference <= Rounding * Scale);

    public static Agreement Of(Numbers answer, Numbers expected)
    {
        var (largest, at) = (0.0, 0);
        for (var i = 0; i < expected.Values.Length; i++)
        {
            var difference = Difference(answer[i], expected[i]);
            if (difference > largest)
            {
                (largest, at) = (difference, i);
            }
        }

        return new(largest, at, expected.Scale > 0 ? expected.Scale : 1, expected.Values.All(double.IsInteger));
    }

    public static bool Holds(Numbers answer, Numbers expected) =>
        answer.Squeezed.SequenceEqual(expected.Squeezed) && Of(answer, expected).IsExact;

    private static double Difference(double answer, double expected) =>
        answer.Equals(expected) ? 0 : Math.Abs(answer - expected) is var difference && double.IsNaN(difference)
            ? double.PositiveInfinity
            : difference;
}
