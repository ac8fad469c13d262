using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SequenceModels.Numerics;

/// <summary>
/// <see cref="MatrixTile{T}"/> where the processor can't round once: 3 rows by 4 columns of C are kept as doubles, and whether a sum is
/// doubtful (see <see cref="FusedInDouble"/>) is asked once for all of k. Then that part is computed again.
/// </summary>
internal static unsafe class TileInDouble
{
    private const int Rows = 3, Columns = 4;

    public static bool IsNeeded => Sse41.IsSupported && !Fma.IsSupported;

    /// <inheritdoc cref="MatrixTile{T}.Multiply"/>
    public static void Multiply(
        int rows, int k, float* a, nint aRow, nint aStep, float* b, nint bStep, float* c, nint cRow, bool add)
    {
        for (var row = 0; row < rows; row += Rows, a += Rows * aRow, c += Rows * cRow)
        {
            var height = Math.Min(Rows, rows - row);
            for (var j = 0; j < MatrixTile<Lanes4>.Columns; j += Columns)
            {
                if (!TryMultiply(height, k, a, aRow, aStep, b + j, bStep, c + j, cRow, add))
                {
                    MultiplyInDoubt(height, k, a, aRow, aStep, b + j, bStep, c + j, cRow, add);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryMultiply(
        int rows, int k, float* a, nint aRow, nint aStep, float* b, nint bStep, float* c, nint cRow, bool add)
    {
        // Rows that are not there are the last one once more.
        nint second = rows > 1 ? 1 : 0, third = rows > 2 ? 2 : second;
        float* a1 = a + second * aRow, a2 = a + third * aRow;
        var (c00, c01) = Load(c, add);
        var (c10, c11) = Load(c + second * cRow, add);
        var (c20, c21) = Load(c + third * cRow, add);
        var (middle, smallest) = (Vector128<int>.Zero, Vector128<uint>.AllBitsSet);
        for (; k > 0; k--)
        {
            var (b0, b1) = Vector128.Widen(Vector128.Load(b));
            AddProduct(*a, b0, b1, ref c00, ref c01, ref middle, ref smallest);
            AddProduct(*a1, b0, b1, ref c10, ref c11, ref middle, ref smallest);
            AddProduct(*a2, b0, b1, ref c20, ref c21, ref middle, ref smallest);
            a += aStep;
            a1 += aStep;
            a2 += aStep;
            b += bStep;
        }
        if (Vector128.EqualsAny(middle, Vector128.Create(int.MinValue))
            || Vector128.LessThanAny(smallest, Vector128.Create(FusedInDouble.SmallestNormal)))
        {
            return false;
        }
        Vector128.Narrow(c20, c21).Store(c + third * cRow);
        Vector128.Narrow(c10, c11).Store(c + second * cRow);
        Vector128.Narrow(c00, c01).Store(c);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<double>, Vector128<double>) Load(float* c, bool add) =>
        add ? Vector128.Widen(Vector128.Load(c)) : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddProduct(
        double a, Vector128<double> b0, Vector128<double> b1, ref Vector128<double> c0, ref Vector128<double> c1,
        ref Vector128<int> middle, ref Vector128<uint> smallest)
    {
        var (sum0, sum1) = (Vector128.Create(a) * b0 + c0, Vector128.Create(a) * b1 + c1);
        var sums = Vector128.Narrow(sum0, sum1);
        middle = Vector128.Min(middle, FusedInDouble.BelowFloats(sum0, sum1));
        smallest = Vector128.Min(smallest, FusedInDouble.Sizes(sums));
        (c0, c1) = Vector128.Widen(sums);
    }

    private static void MultiplyInDoubt(
        int rows, int k, float* a, nint aRow, nint aStep, float* b, nint bStep, float* c, nint cRow, bool add)
    {
        for (var row = 0; row < rows; row++)
        {
            var sum = add ? Vector128.Load(c + row * cRow) : Vector128<float>.Zero;
            for (var p = 0; p < k; p++)
            {
                sum = FusedInDouble.Of(Vector128.Create(a[row * aRow + p * aStep]), Vector128.Load(b + p * bStep), sum);
            }
            sum.Store(c + row * cRow);
        }
    }
}
