using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SequenceModels.Numerics.Wasm;

namespace SequenceModels.Numerics;

/// <summary>
/// Sums and maxima in one order: element i goes to partial sum i mod 16, and the sixteen are added as a tree.
/// Where a machine's registers are narrower, the runtime makes sixteen lanes of several, so the order holds everywhere.
/// </summary>
internal static unsafe class Reduction
{
    public static float Sum(ReadOnlySpan<float> x) => Sum(default(First), x, x);

    /// <summary>Σ xᵢ² in double precision: no overflow, and no loss in long sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double WideSumOfSquares(ReadOnlySpan<float> x)
    {
        var (lower, upper) = (Vector512<double>.Zero, Vector512<double>.Zero);
        fixed (float* px = x)
        {
            var i = 0;
            if (Compiled.IsThere)
            {
                var sums = stackalloc double[16];
                Compiled.Squares(px, x.Length, sums);
                (lower, upper, i) = (Vector512.Load(sums), Vector512.Load(sums + 8), x.Length & ~15);
            }

            for (; i <= x.Length - 16; i += 16)
            {
                var (a, b) = Vector512.Widen(Vector512.Load(px + i));
                (lower, upper) = (lower + a * a, upper + b * b);
            }
            var sum = 0.0;
            for (; i < x.Length; i++)
            {
                sum += (double)px[i] * px[i];
            }
            lower += upper;
            var four = lower.GetLower() + lower.GetUpper();
            return sum + (four[0] + four[2] + (four[1] + four[3]));
        }
    }

    /// <summary>Σ xᵢ yᵢ</summary>
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y) => Sum(default(Product), x, y);

    /// <summary>Σ f(xᵢ, yᵢ), where f(0, 0) = 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Sum<TFunction>(TFunction f, ReadOnlySpan<float> x, ReadOnlySpan<float> y)
        where TFunction : struct, IFunction2
    {
        Bounds.Require(y.Length, x.Length);
        var sum = Lanes16.Create(0);
        fixed (float* px = x, py = y)
        {
            if (Compiled.IsThere)
            {
                return SumInTurn(f, px, py, x.Length);
            }

            var i = 0;
            for (; i <= x.Length - 16; i += 16)
            {
                sum += f.Of(Lanes16.Load(px + i), Lanes16.Load(py + i));
            }
            if (i < x.Length)
            {
                Lanes16 lastX = default, lastY = default;
                Remainder.Copy(px + i, (float*)&lastX, x.Length - i);
                Remainder.Copy(py + i, (float*)&lastY, x.Length - i);
                sum += f.Of(lastX, lastY);
            }
        }
        return sum.Sum();
    }

    /// <summary>The largest element, −∞ of none, NaN if one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Max(ReadOnlySpan<float> x)
    {
        if (Compiled.IsThere)
        {
            return LargestInTurn(x);
        }

        var largest = Lanes16.Create(float.NegativeInfinity);
        fixed (float* px = x)
        {
            var i = 0;
            for (; i <= x.Length - 16; i += 16)
            {
                largest = Lanes16.MaxOrNaN(largest, Lanes16.Load(px + i));
            }
            if (i < x.Length)
            {
                var last = Lanes16.Create(float.NegativeInfinity);
                Remainder.Copy(px + i, (float*)&last, x.Length - i);
                largest = Lanes16.MaxOrNaN(largest, last);
            }
        }
        return largest.Max();
    }

    /// <summary>sum[j] += x[0, j] + x[1, j] + …, row after row; x has as many columns as the sum.</summary>
    public static void AddRows(ReadOnlySpan<float> x, Span<float> sum)
    {
        Bounds.Require(x.Length % sum.Length, 0);
        const int AtOnce = 8;
        fixed (float* px = x, target = sum)
        {
            for (var rest = x.Length; rest > 0; rest -= AtOnce * sum.Length)
            {
                Columns.Run(
                    new RowSum(px + (x.Length - rest), Math.Min(AtOnce, rest / sum.Length), sum.Length, target), sum.Length);
            }
        }
    }

    // The same order where sixteen lanes would be interpreted one by one.
    private static float SumInTurn<TFunction>(TFunction f, float* x, float* y, int count)
        where TFunction : struct, IFunction2
    {
        var sums = stackalloc float[16];
        new Span<float>(sums, 16).Clear();
        Columns.Run(new Turns<TFunction>(f, x, y, sums), count);
        for (var half = 8; half > 0; half /= 2)
        {
            for (var i = 0; i < half; i++)
            {
                sums[i] += sums[i + half];
            }
        }

        return sums[0];
    }

    private static float LargestInTurn(ReadOnlySpan<float> x)
    {
        var largest = float.NegativeInfinity;
        foreach (var value in x)
        {
            largest = MathF.Max(largest, value);
        }

        return largest;
    }

    private readonly struct Turns<TFunction>(TFunction f, float* x, float* y, float* sums) : IColumnwise
        where TFunction : struct, IFunction2
    {
        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T>
        {
            var sum = at.Turn(sums);
            T.Store(T.Load(sum) + f.Of(at.Of(x), at.Of(y)), sum);
        }
    }

    private readonly struct RowSum(float* x, int rows, nint columns, float* sum) : IColumnwise
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T>
        {
            var total = at.Of(sum);
            for (var i = 0; i < rows; i++)
            {
                total += at.Of(x + i * columns);
            }
            at.Put(total, sum);
        }
    }

    private readonly struct First : IFunction2
    {
        public T Of<T>(T x, T y) where T : unmanaged, ILanes<T> => x;
    }

    private readonly struct Product : IFunction2
    {
        public T Of<T>(T x, T y) where T : unmanaged, ILanes<T> => x * y;
    }
}
