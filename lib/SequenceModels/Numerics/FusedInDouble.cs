using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SequenceModels.Numerics;

/// <summary>
/// a·b + c rounded once, where the processor can't. The product of two floats is a double, exactly. The sum is rounded to a double, and that
/// to a float: twice, which differs only where the double lies in the middle of two floats, and among the smallest floats. There the
/// sum is rounded to odd first (Boldo and Melquiond 2008, "Emulation of a FMA and correctly rounded sums"), after which rounding again is right.
/// </summary>
internal static class FusedInDouble
{
    private const long Below = 0x1FFF_FFFF, Half = 0x1000_0000; // the bits that a double has and a float hasn't, and half of a float's last bit
    private const double SmallestNormal = 1.1754943508222875e-38; // of the floats

    /// <summary>The four sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Of(Vector128<float> a, Vector128<float> b, Vector128<float> c)
    {
        var ((a0, a1), (b0, b1), (c0, c1)) = (Vector128.Widen(a), Vector128.Widen(b), Vector128.Widen(c));
        var (product0, product1) = (a0 * b0, a1 * b1);
        var (sum0, sum1) = (product0 + c0, product1 + c1);
        return (IsDoubtful(sum0) | IsDoubtful(sum1)) == Vector128<long>.Zero
            ? Vector128.Narrow(sum0, sum1)
            : Vector128.Narrow(Odd(sum0, product0, c0), Odd(sum1, product1, c1));
    }

    private static Vector128<long> IsDoubtful(Vector128<double> sum)
    {
        var size = Vector128.Abs(sum);
        var isSmall = Vector128.LessThan(size, Vector128.Create(SmallestNormal)) & Vector128.GreaterThan(size, Vector128<double>.Zero);
        return Vector128.Equals(sum.AsInt64() & Vector128.Create(Below), Vector128.Create(Half)) | isSmall.AsInt64();
    }

    // The exact sum between two doubles becomes the one whose last bit is 1.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<double> Odd(Vector128<double> sum, Vector128<double> a, Vector128<double> b)
    {
        var part = sum - a;
        var rest = (a - (sum - part)) + (b - part); // Knuth's exact error of a sum
        var (isMore, isLess) = (Vector128.GreaterThan(rest, Vector128<double>.Zero), Vector128.LessThan(rest, Vector128<double>.Zero));
        var isEven = Vector128.Equals(sum.AsInt64() & Vector128<long>.One, Vector128<long>.Zero);
        var away = ~(isMore ^ Vector128.GreaterThan(sum, Vector128<double>.Zero)).AsInt64();
        var step = Vector128.ConditionalSelect(away, Vector128<long>.One, Vector128<long>.AllBitsSet);
        return (sum.AsInt64() + (step & isEven & (isMore | isLess).AsInt64())).AsDouble();
    }
}
