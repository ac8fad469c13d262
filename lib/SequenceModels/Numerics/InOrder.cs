using System.Runtime.CompilerServices;

namespace SequenceModels.Numerics;

/// <summary>Sums that go on from what is there, one number after the other.</summary>
internal static unsafe class InOrder
{
    /// <summary>sums[row] += x[row, 0] + x[row, 1] + …, one after the other.</summary>
    /// <param name="x">The rows.</param>
    /// <param name="sums">One for each row.</param>
    /// <param name="below">Memory for as many numbers as x has.</param>
    public static void AddColumns(ReadOnlySpan<float> x, Span<float> sums, Span<float> below)
    {
        Bounds.Require(x.Length % sums.Length, 0);
        Bounds.Require(below.Length, x.Length);
        var (rows, columns) = (sums.Length, x.Length / sums.Length);
        fixed (float* px = x, target = below)
        {
            Strided.Copy(columns, rows, px, 1, columns, target);
        }

        AddRows(below, sums);
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
}
