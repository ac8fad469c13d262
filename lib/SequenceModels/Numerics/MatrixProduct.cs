using System.Runtime.CompilerServices;

namespace SequenceModels.Numerics;

/// <summary>
/// The product of two matrices, C = op(A) op(B), where op may transpose.
/// <code>
///   c[i, j] = fma(a[i, p], b[p, j], c[i, j])    for p = 0 … k − 1, in this order, from 0 or from what C holds
/// </code>
/// That chain of fused multiply-adds is the definition: shapes, blocks, register widths and threads only decide which
/// chains run side by side, so the bits are always those of the plain triple loop.
/// </summary>
internal static unsafe class MatrixProduct
{
    /// <summary>Products of at least so many multiplications are shared between cores: below, waking a helper costs more.</summary>
    private const long WorthSharing = 1 << 20;

    /// <summary>
    /// C = op(A) op(B), or C += op(A) op(B) to <paramref name="accumulate"/>; C is m × n, the sums run over k.
    /// A is stored m × k, or k × m when transposed, B k × n, or n × k; their rows begin lda, ldb and ldc floats apart.
    /// </summary>
    /// <exception cref="ArgumentException">A matrix does not fit in its span.</exception>
    public static void Multiply(
        bool transposeA, bool transposeB, int m, int n, int k,
        ReadOnlySpan<float> a, int lda, ReadOnlySpan<float> b, int ldb, Span<float> c, int ldc, bool accumulate = false)
    {
        Extent.RequireMatrix(a, transposeA ? k : m, transposeA ? m : k, lda);
        Extent.RequireMatrix(b, transposeB ? n : k, transposeB ? k : n, ldb);
        Extent.RequireMatrix(c, m, n, ldc);
        if (m == 0 || n == 0)
        {
            return;
        }
        fixed (float* pa = a, pb = b, pc = c)
        {
            var product = new Block(
                m, n, k, pa, transposeA ? 1 : lda, transposeA ? lda : 1, pb, ldb, transposeB, pc, ldc, accumulate);
            if ((long)m * n * k < WorthSharing || Workers.Limit == 1)
            {
                Widest.Run(product);
            }
            else if (n >= m || n >= 4 * ByColumns.Unit)
            {
                Workers.Split(new ByColumns(product), (n - 1) / ByColumns.Unit + 1);
            }
            else
            {
                Workers.Split(new ByRows(product), (m - 1) / ByRows.Unit + 1);
            }
        }
    }

    private readonly struct ByColumns(Block product) : IShared
    {
        public const int Unit = 32;

        public void Run(int unit) => Widest.Run(product.Columns(unit * Unit, Unit));
    }

    private readonly struct ByRows(Block product) : IShared
    {
        public const int Unit = 48;

        public void Run(int unit) => Widest.Run(product.Rows(unit * Unit, Unit));
    }

    /// <summary>A block of C with all that it is made of.</summary>
    private readonly struct Block(
        int m, int n, int k, float* a, nint aRow, nint aStep, float* b, nint ldb, bool transposeB,
        float* c, nint ldc, bool accumulate) : IWidthless
    {
        /// <summary>So much of k at a time that a panel of B stays in the first-level cache.</summary>
        private const int Depth = 256;

        /// <summary>From so many rows on, a copied panel of B repays the copying.</summary>
        private const int RowsWorthPacking = 48;

        public Block Rows(int start, int count) => new(
            Math.Min(count, m - start), n, k, a + start * aRow, aRow, aStep, b, ldb, transposeB,
            c + start * ldc, ldc, accumulate);

        public Block Columns(int start, int count) => new(
            m, Math.Min(count, n - start), k, a, aRow, aStep, b + start * (transposeB ? ldb : 1), ldb, transposeB,
            c + start, ldc, accumulate);

        [SkipLocalsInit]
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>() where T : unmanaged, ILanes<T>
        {
            var width = MatrixTile<T>.Columns;
            var packed = stackalloc float[Math.Min(k, Depth) * width];
            var edge = stackalloc float[MatrixTile<T>.Rows * width];
            var add = accumulate;
            var p = 0;
            do // once even if k is 0: an empty sum is 0
            {
                var depth = Math.Min(Depth, k - p);
                for (var j = 0; j < n; j += width)
                {
                    var columns = Math.Min(width, n - j);
                    var panel = b + p * ldb + j;
                    var step = ldb;
                    if (transposeB)
                    {
                        Panel.Transpose(b + j * ldb + p, ldb, columns, depth, packed, width);
                        panel = packed;
                        step = width;
                    }
                    else if (columns < width || m >= RowsWorthPacking)
                    {
                        Panel.Copy<T>(panel, ldb, columns, depth, packed);
                        panel = packed;
                        step = width;
                    }
                    for (var i = 0; i < m; i += MatrixTile<T>.Rows)
                    {
                        var rows = Math.Min(MatrixTile<T>.Rows, m - i);
                        var tile = c + i * ldc + j;
                        var ap = a + i * aRow + p * aStep;
                        if (columns == width)
                        {
                            MatrixTile<T>.Multiply(rows, depth, ap, aRow, aStep, panel, step, tile, ldc, add);
                        }
                        else
                        {
                            for (var r = 0; add && r < rows; r++)
                            {
                                Part.Copy(tile + r * ldc, edge + r * width, columns);
                            }
                            MatrixTile<T>.Multiply(rows, depth, ap, aRow, aStep, panel, step, edge, width, add);
                            for (var r = 0; r < rows; r++)
                            {
                                Part.Copy(edge + r * width, tile + r * ldc, columns);
                            }
                        }
                    }
                }
                p += depth;
                add = true;
            }
            while (p < k);
        }
    }
}
