using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SequenceModels.Numerics;

/// <summary>
/// a·b + c rounded once, where the processor can't. The product of two floats is a double, exactly. The sum is rounded to a double, and that
/// to a float: twice, which differs only where the double lies in the middle of two floats, and among the smallest floats. There the
/// sum is rounded to odd first (Boldo and Melquiond 2008, "Emulation of a FMA and correctly rounded sums"), after which rounding again is right.
/// </summary>
internal static class FusedInDouble
{
    /// <summary>The smallest float that is normal, among <see cref="Sizes"/>.</summary>
    public const uint SmallestNormal = 0x0080_0000;

    /// <summary>The four sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Of(Vector128<float> a, Vector128<float> b, Vector128<float> c)
    {
        var ((a0, a1), (b0, b1), (c0, c1)) = (Vector128.Widen(a), Vector128.Widen(b), Vector128.Widen(c));
        var (product0, product1) = (a0 * b0, a1 * b1);
        var (sum0, sum1) = (product0 + c0, product1 + c1);
        var sums = Vector128.Narrow(sum0, sum1);
        var isInTheMiddle = Vector128.Equals(BelowFloats(sum0, sum1), Vector128.Create(int.MinValue));
        var isSmall = Vector128.LessThan(Sizes(sums), Vector128.Create(SmallestNormal)).AsInt32();
        return (isInTheMiddle | isSmall) == Vector128<int>.Zero
            ? sums
            : Vector128.Narrow(Odd(sum0, product0, c0), Odd(sum1, product1, c1));
    }

    /// <summary>What doubles have and floats haven't, upmost in an int: int.MinValue in the middle of two floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> BelowFloats(Vector128<double> sum0, Vector128<double> sum1) => (Sse.IsSupported
        ? Sse.Shuffle(sum0.AsSingle(), sum1.AsSingle(), 0b10_00_10_00).AsInt32()
        : Vector128.Narrow(sum0.AsInt64(), sum1.AsInt64())) << 3;

    /// <summary>In the order of the floats' sizes, from the smallest: only 0 comes last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Sizes(Vector128<float> sums) => (Vector128.Abs(sums).AsInt32() - Vector128<int>.One).AsUInt32();

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
