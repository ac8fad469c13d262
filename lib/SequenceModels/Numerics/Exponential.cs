using System.Runtime.CompilerServices;

namespace SequenceModels.Numerics;

/// <summary>
/// The exponential and what is made of it.
/// <code>
///   n = round(x / ln 2)      r = x − n ln 2      |r| ≤ ½ ln 2
///   eʳ − 1 = r + r² q(r)     eˣ = 2ⁿ (1 + (eʳ − 1))
/// </code>
/// q is a minimax polynomial of degree 4: its error is a quarter of the last place.
/// </summary>
internal readonly struct Exponential : IFunction
{
    private const float MagicRound = 12582912f; // 1.5 · 2²³: adding it leaves an integer in the lowest bits.
    private const float TwoToMinus64 = 1 / 18446744073709551616f;
    private const float PerLn2 = 1.44269504f;
    private const float Ln2 = 0.693147182f;
    private const float Ln2Rest = -1.90465421e-9f; // ln 2 − Ln2

    /// <summary>Beyond these, eˣ is ∞ or rounds to 0.</summary>
    private const float Highest = 89, Lowest = -104;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x) where T : unmanaged, ILanes<T>
    {
        var (n, p) = Reduce(T.Max(T.Create(Lowest), T.Min(T.Create(Highest), x)));
        // 2ⁿ in two halves: it may be smaller or larger than a float while eˣ is not.
        var half = T.FusedMultiplyAdd(n, T.Create(0.5f), T.Create(MagicRound));
        var rest = n - (half - T.Create(MagicRound)) + T.Create(MagicRound);
        return (p + T.Create(1)) * PowerOfTwo(half) * PowerOfTwo(rest);
    }

    /// <summary>eˣ for x ≤ 0, in less time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OfNegative<T>(T x) where T : unmanaged, ILanes<T>
    {
        var (n, p) = Reduce(T.Max(T.Create(Lowest), x));
        // 2⁶⁴ eˣ is a normal number: it is rounded once, at the end.
        return (p + T.Create(1)) * PowerOfTwo(n + T.Create(MagicRound + 64)) * T.Create(TwoToMinus64);
    }

    /// <summary>eˣ − 1 without loss near 0, for −80 ≤ x ≤ 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinusOne<T>(T x) where T : unmanaged, ILanes<T>
    {
        var (n, p) = Reduce(x);
        var scale = PowerOfTwo(n + T.Create(MagicRound));
        return T.FusedMultiplyAdd(scale, p, scale - T.Create(1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T N, T P) Reduce<T>(T x) where T : unmanaged, ILanes<T>
    {
        var n = T.FusedMultiplyAdd(x, T.Create(PerLn2), T.Create(MagicRound)) - T.Create(MagicRound);
        var r = T.FusedMultiplyAdd(n, T.Create(-Ln2), x);
        r = T.FusedMultiplyAdd(n, T.Create(-Ln2Rest), r);
        var q = T.FusedMultiplyAdd(T.Create(0.00138825155f), r, T.Create(0.00836654752f));
        q = T.FusedMultiplyAdd(q, r, T.Create(0.0416672006f));
        q = T.FusedMultiplyAdd(q, r, T.Create(0.166665435f));
        q = T.FusedMultiplyAdd(q, r, T.Create(0.49999997f));
        return (n, T.FusedMultiplyAdd(r * r, q, r));
    }

    /// <summary>2ⁿ from n + <see cref="MagicRound"/>: n goes to the exponent's place, on top of the exponent of 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T PowerOfTwo<T>(T n) where T : unmanaged, ILanes<T> => T.AddBits(T.Create(1), T.ShiftLeft(n, 23));
}
