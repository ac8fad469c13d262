using SequenceModels.Numerics.Wasm;

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
        Bounds.RequireMatrix(a, transposeA ? k : m, transposeA ? m : k, lda);
        Bounds.RequireMatrix(b, transposeB ? n : k, transposeB ? k : n, ldb);
        Bounds.RequireMatrix(c, m, n, ldc);
        if (m == 0 || n == 0)
        {
            return;
        }
        fixed (float* pa = a, pb = b, pc = c)
        {
            var product = new MatrixBlock(
                m, n, k, pa, transposeA ? 1 : lda, transposeA ? lda : 1, pb, ldb,
                transposeB ? Layout.Transposed : Layout.Stored, pc, ldc, accumulate);
            if ((long)m * n * k < WorthSharing || Workers.Threads == 1)
            {
                WidestLanes.Run(product);
            }
            else if ((n >= m || n >= 4 * ByColumns.Unit) && !(transposeA && m >= MatrixBlock.Height))
            {
                Workers.Split(new ByColumns(product), (n - 1) / ByColumns.Unit + 1);
            }
            else
            {
                var rows = ByRows.Share(m);
                Workers.Split(new ByRows(product, rows), (m - 1) / rows + 1);
            }
        }
    }

    /// <summary>How many floats the packed form of a k × n matrix takes, whatever the registers.</summary>
    public static int PackedSize(int k, int n) => k * ((n + 31) / 32 * 32);

    /// <summary>Lays op(B), k × n, out as the innermost loop reads it: worth it for what many small products
    /// share.</summary>
    public static void Pack(bool transposeB, int n, int k, ReadOnlySpan<float> b, int ldb, Span<float> packed)
    {
        Bounds.RequireMatrix(b, transposeB ? n : k, transposeB ? k : n, ldb);
        Bounds.Require(packed.Length, PackedSize(k, n));
        fixed (float* pb = b, target = packed)
        {
            WidestLanes.Run(new Packing(transposeB, n, k, pb, ldb, target));
        }
    }

    private readonly struct Packing(bool transposeB, int n, int k, float* b, nint ldb, float* packed) : IWidthless
    {
        public void Run<T>() where T : unmanaged, ILanes<T>
        {
            var width = Compiled.IsThere ? Compiled.Width : MatrixTile<T>.Columns;
            for (var j = 0; j < n; j += width)
            {
                var columns = Math.Min(width, n - j);
                if (Compiled.IsThere)
                {
                    Compiled.CopyPanel(transposeB, k, columns, b, ldb, j, packed + (nint)j * k);
                }
                else if (transposeB)
                {
                    Panel.Transpose(b + j * ldb, ldb, columns, k, packed + (nint)j * k, width);
                }
                else
                {
                    Panel.Copy<T>(b + j, ldb, columns, k, packed + (nint)j * k);
                }
            }
        }
    }

    private readonly struct ByColumns(MatrixBlock product) : IShared
    {
        public const int Unit = 32;

        public void Run(int unit) => WidestLanes.Run(product.Columns(unit * Unit, Unit));
    }

    private readonly struct ByRows(MatrixBlock product, int rows) : IShared
    {
        /// <summary>No more than a block, and as many for one thread as for another.</summary>
        public static int Share(int m)
        {
            var shares = Workers.Threads * ((m - 1) / (Workers.Threads * MatrixBlock.Height) + 1);
            return ((m - 1) / shares / 6 + 1) * 6;
        }

        public void Run(int unit) => WidestLanes.Run(product.Rows(unit * rows, rows));
    }
}
