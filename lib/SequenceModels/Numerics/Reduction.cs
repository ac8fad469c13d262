using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SequenceModels.Numerics;

/// <summary>
/// Sums and maxima in one order: element i goes to partial sum i mod 16, and the sixteen are added as a tree.
/// Where a machine's registers are narrower, the runtime makes Vector512 of several, so the order holds everywhere.
/// </summary>
internal static class Reduction
{
    public static float Sum(ReadOnlySpan<float> x) => Fold(default(Plain), x, x);

    /// <summary>Σ xᵢ yᵢ</summary>
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        Extent.Require(y.Length, x.Length);
        return Fold(default(Products), x, y);
    }

    public static float SumOfSquares(ReadOnlySpan<float> x) => Fold(default(Products), x, x);

    /// <summary>The largest element, −∞ of none, NaN if one is NaN.</summary>
    public static float Max(ReadOnlySpan<float> x)
    {
        var largest = float.NegativeInfinity;
        if (x.Length >= 16)
        {
            var lanes = Vector512.Create<float>(x);
            for (var i = 16; i <= x.Length - 16; i += 16)
            {
                lanes = Vector512.Max(lanes, Vector512.Create<float>(x[i..]));
            }
            for (var lane = 0; lane < 16; lane++)
            {
                largest = MathF.Max(largest, lanes[lane]);
            }
            x = x[(x.Length & ~15)..];
        }
        foreach (var value in x)
        {
            largest = MathF.Max(largest, value);
        }
        return largest;
    }

    private interface ITerm
    {
        static abstract Vector512<float> Add(Vector512<float> sum, Vector512<float> x, Vector512<float> y);
    }

    private readonly struct Plain : ITerm
    {
        public static Vector512<float> Add(Vector512<float> sum, Vector512<float> x, Vector512<float> y) => sum + x;
    }

    private readonly struct Products : ITerm
    {
        public static Vector512<float> Add(Vector512<float> sum, Vector512<float> x, Vector512<float> y) =>
            Vector512.FusedMultiplyAdd(x, y, sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Fold<TTerm>(TTerm _, ReadOnlySpan<float> x, ReadOnlySpan<float> y) where TTerm : ITerm
    {
        var sum = Vector512<float>.Zero;
        var whole = x.Length & ~15;
        ref var px = ref MemoryMarshal.GetReference(x);
        ref var py = ref MemoryMarshal.GetReference(y);
        for (var i = 0; i < whole; i += 16)
        {
            sum = TTerm.Add(sum, Vector512.LoadUnsafe(ref px, (nuint)i), Vector512.LoadUnsafe(ref py, (nuint)i));
        }
        if (whole < x.Length)
        {
            Span<float> lastX = stackalloc float[16], lastY = stackalloc float[16]; // zeros add nothing
            x[whole..].CopyTo(lastX);
            y[whole..].CopyTo(lastY);
            sum = TTerm.Add(sum, Vector512.Create<float>(lastX), Vector512.Create<float>(lastY));
        }
        var eight = sum.GetLower() + sum.GetUpper();
        var four = eight.GetLower() + eight.GetUpper();
        return (four[0] + four[2]) + (four[1] + four[3]);
    }
}
