namespace SequenceModels.Numerics;

/// <summary>
/// Double-precision functions out of + − × ÷ alone, so that a random normal or a sine is the same number on every machine.
/// Within 1 unit in the last place or two.
/// </summary>
internal static class PortableMath
{
    private const double Ln2 = 0.693147180369123816490, Ln2Rest = 1.90821492927058770002e-10; // 32 bits, and the rest
    private const double SqrtHalf = 0.70710678118654752440;

    /// <summary>
    /// ln x = e ln 2 + ln(1 + f), √½ ≤ 1 + f &lt; √2, and with s = f / (2 + f), z = s²:
    /// ln(1 + f) = f − s (f − z (⅔ + ⅖ z + …)).
    /// </summary>
    public static double Log(double x)
    {
        if (!(x > 0 && x < double.PositiveInfinity))
        {
            return x < 0 ? double.NaN : x == 0 ? double.NegativeInfinity : x;
        }
        var e = Math.ILogB(x);
        var m = Math.ScaleB(x, -e);
        if (m > 2 * SqrtHalf)
        {
            m /= 2;
            e++;
        }
        var f = m - 1;
        var s = f / (2 + f);
        var z = s * s;
        var series = 0.0;
        for (var n = 23; n >= 3; n -= 2) // z < 0.0295: the next term is below 2⁻⁵⁸.
        {
            series = series * z + 2.0 / n;
        }
        return e * Ln2 + (f - (s * (f - z * series) - e * Ln2Rest));
    }

    /// <summary>eˣ = 2ⁿ eʳ, with n = round(x / ln 2) and |r| ≤ ½ ln 2; for −700 ≤ x ≤ 700.</summary>
    public static double Exp(double x)
    {
        var n = Math.Round(x / (Ln2 + Ln2Rest));
        var r = x - n * Ln2 - n * Ln2Rest;
        var sum = 1.0;
        for (var k = 14; k >= 1; k--) // Taylor's series, nested; the next term is below 2⁻⁶².
        {
            sum = 1 + r * sum / k;
        }
        return Math.ScaleB(sum, (int)n);
    }

    /// <summary>xᵖ: a product for a whole p up to 64, else eᵖ ˡⁿ ˣ, which a negative x does not have.</summary>
    public static double Pow(double x, double p)
    {
        if (p < 0)
        {
            return 1 / Pow(x, -p);
        }

        if (p <= 64 && p == Math.Floor(p))
        {
            var (product, square) = (1.0, x);
            for (var n = (int)p; n > 0; n >>= 1, square *= square)
            {
                product *= (n & 1) == 1 ? square : 1;
            }

            return product;
        }

        var exponent = p * Log(x);
        return exponent < -700 ? 0 : exponent > 700 ? double.PositiveInfinity : Exp(exponent);
    }

    /// <summary>cos 2πu and sin 2πu: u in turns, so that reducing it to an eighth of a turn is exact.</summary>
    public static (double Cos, double Sin) Turn(double u)
    {
        var quarters = Math.Round(4 * u);
        var x = (4 * u - quarters) * (Math.PI / 2);
        var (cos, sin) = (Cos(x), Sin(x));
        return ((long)quarters & 3) switch
        {
            0 => (cos, sin),
            1 => (-sin, cos),
            2 => (-cos, -sin),
            _ => (sin, -cos),
        };
    }

    // Taylor's series, nested; |x| ≤ π/4, where the next term is below 2⁻⁵⁸.
    private static double Cos(double x) => Nested(x * x, 18);
    private static double Sin(double x) => x * Nested(x * x, 19);

    /// <summary>1 − z/(n₁(n₁−1)) (1 − z/(n₂(n₂−1)) (1 − …)), the denominators ending at n = <paramref name="highest"/>.</summary>
    private static double Nested(double z, int highest)
    {
        var sum = 1.0;
        for (var n = highest; n >= 2; n -= 2)
        {
            sum = 1 - z * sum / (n * (n - 1));
        }
        return sum;
    }
}
