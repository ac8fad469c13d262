using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SequenceModels.Numerics.Wasm;

namespace SequenceModels.Numerics;

/// <summary>Sums in double precision.</summary>
internal static unsafe class WideSums
{
    /// <summary>Σ xᵢ²: no overflow, and no loss in long sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double OfSquares(ReadOnlySpan<float> x)
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

    /// <summary>sums[i] = Σⱼ x[i · apart + j · step] / divisor, for n numbers j in order, added in double precision.</summary>
    public static void Of(ReadOnlySpan<float> x, int count, int apart, int n, int step, double divisor, Span<float> sums)
    {
        Bounds.Require(sums.Length, count);
        fixed (float* px = x, target = sums)
        {
            Division.Run(new Sums(px, apart, n, step, divisor, target), count, n);
        }
    }

    private readonly struct Sums(float* x, int apart, int n, int step, double divisor, float* sums) : IDivisible
    {
        public void Run(int start, int count)
        {
            if (Compiled.IsThere)
            {
                var divide = divisor;
                Compiled.WideSums(x, count, apart, n, step, &divide, sums);
                return;
            }

            // Four sums side by side: each waits for its own last addition only.
            var (i, end) = (start, start + count);
            for (; i <= end - 4; i += 4)
            {
                var four = Vector256<double>.Zero;
                var from = x + (nint)i * apart;
                for (var j = 0; j < n; j++, from += step)
                {
                    var (left, right) = Vector128.Widen(Vector128.Create(from[0], from[apart], from[2 * apart], from[3 * apart]));
                    four += Vector256.Create(left, right);
                }

                four /= Vector256.Create(divisor);
                Vector128.Narrow(four.GetLower(), four.GetUpper()).Store(sums + i);
            }

            for (; i < end; i++)
            {
                var sum = 0.0;
                var from = x + (nint)i * apart;
                for (var j = 0; j < n; j++, from += step)
                {
                    sum += *from;
                }

                sums[i] = (float)(sum / divisor);
            }
        }
    }
}
