using System.Runtime.CompilerServices;

namespace SequenceModels.Numerics;

/// <summary>
/// The natural logarithm.
/// <code>
///   x = 2ᵉ (1 + f)    √½ ≤ 1 + f &lt; √2     ln x = e ln 2 + ln(1 + f)
///   ln(1 + f) = f − f²/2 + f³ q(f)
/// </code>
/// q is a minimax polynomial of degree 8.
/// </summary>
internal readonly struct Logarithm : IFunction
{
    private const float Magic = 12582912f; // Adding an integer's bits to those of 1.5 · 2²³ adds the integer.
    private const float Ln2 = 0.693359375f; // The first 10 bits, so that e · Ln2 is exact.
    private const float Ln2Rest = -2.12194442e-4f;
    private const float SqrtHalf = 0.70710677f;
    private const float SmallestNormal = 1.17549435e-38f;
    private const float TwoTo23 = 8388608f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x) where T : unmanaged, ILanes<T>
    {
        var subnormal = T.LessThan(x, T.Create(SmallestNormal));
        var scaled = T.Select(subnormal, x * T.Create(TwoTo23), x);
        var exponent = T.ShiftRight(T.SubtractBits(scaled, T.Create(SqrtHalf)), 23);
        var f = T.SubtractBits(scaled, T.ShiftLeft(exponent, 23)) - T.Create(1);
        var e = T.AddBits(T.Create(Magic), exponent) - T.Create(Magic) - (subnormal & T.Create(23));

        var q = T.FusedMultiplyAdd(T.Create(0.0674665123f), f, T.Create(-0.116756544f));
        q = T.FusedMultiplyAdd(q, f, T.Create(0.118881591f));
        q = T.FusedMultiplyAdd(q, f, T.Create(-0.124055885f));
        q = T.FusedMultiplyAdd(q, f, T.Create(0.142195523f));
        q = T.FusedMultiplyAdd(q, f, T.Create(-0.166679963f));
        q = T.FusedMultiplyAdd(q, f, T.Create(0.200021192f));
        q = T.FusedMultiplyAdd(q, f, T.Create(-0.250000089f));
        q = T.FusedMultiplyAdd(q, f, T.Create(0.333333135f));
        var f2 = f * f;
        var y = T.FusedMultiplyAdd(f2 * f, q, e * T.Create(Ln2Rest));
        y = T.FusedMultiplyAdd(f2, T.Create(-0.5f), y) + f;
        y = T.FusedMultiplyAdd(e, T.Create(Ln2), y);

        var infinity = T.Create(float.PositiveInfinity);
        var finite = T.Select(T.LessThan(x, infinity), y, x); // ∞ and NaN stay themselves
        var outside = T.Select(T.LessThan(x, T.Create(0)), T.Create(float.NaN), x - infinity);
        return T.Select(T.LessThan(T.Create(0), x), finite, outside);
    }
}
