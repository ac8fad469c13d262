using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using SequenceModels.Numerics.Wasm;

namespace SequenceModels.Numerics;

/// <summary>How the right-hand matrix lies in memory: k × n, n × k, or as <see cref="MatrixProduct.Pack"/> leaves
/// it.</summary>
internal enum Layout
{
    Stored,
    Transposed,
    Packed,
}

/// <summary>A block of C with all that it is made of; a[i, p] lies at i · aRow + p · aStep.</summary>
internal readonly unsafe struct MatrixBlock(
    int m, int n, int k, float* a, nint aRow, nint aStep, float* b, nint ldb, Layout layout,
    float* c, nint ldc, bool accumulate) : IWidthless
{
    /// <summary>So much of k at a time that a panel of B stays in the first-level cache.</summary>
    private const int Depth = 256;

    /// <summary>From so many rows on, a copied panel of B repays the copying.</summary>
    private const int RowsWorthPacking = 48;

    public MatrixBlock Rows(int start, int count) => new(
        Math.Min(count, m - start), n, k, a + start * aRow, aRow, aStep, b, ldb, layout,
        c + start * ldc, ldc, accumulate);

    public MatrixBlock Columns(int start, int count) => new(
        m, Math.Min(count, n - start), k, a, aRow, aStep, b + start * (layout == Layout.Transposed ? ldb : 1), ldb,
        layout, c + start, ldc, accumulate);

    /// <summary>Rows whose copy stays in the second-level cache while all of B passes by.</summary>
    public const int Height = 192;

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<T>() where T : unmanaged, ILanes<T>
    {
        if (Compiled.IsThere)
        {
            RunCompiled();
            return;
        }

        var width = MatrixTile<T>.Columns;
        var copied = stackalloc float[layout == Layout.Packed ? 0 : Math.Min(k, Depth) * width];
        var edge = stackalloc float[MatrixTile<T>.Rows * width];
        // A transposed is read across its rows: worth copying for more than one panel.
        var copiesA = aRow == 1 && n > width;
        var height = copiesA ? Math.Min(m, Height) : m;
        var strips = stackalloc float[copiesA ? (height + MatrixTile<T>.Rows) * Math.Min(k, Depth) : 0];
        var add = accumulate;
        var p = 0;
        do // once even if k is 0: an empty sum is 0
        {
            var depth = Math.Min(Depth, k - p);
            for (var top = 0; top < m; top += height)
            {
                var rows = Math.Min(height, m - top);
                var block = a + top * aRow + p * aStep;
                if (copiesA)
                {
                    Panel.CopyStrips(block, aStep, rows, depth, strips);
                }
                for (var j = 0; j < n; j += width)
                {
                    var columns = Math.Min(width, n - j);
                    var panel = copied;
                    nint step = width;
                    if (layout == Layout.Packed)
                    {
                        panel = b + (nint)j * k + p * width;
                    }
                    else if (layout == Layout.Transposed)
                    {
                        Panel.Transpose(b + j * ldb + p, ldb, columns, depth, copied, width);
                    }
                    else if (columns < width || m >= RowsWorthPacking)
                    {
                        Panel.Copy<T>(b + p * ldb + j, ldb, columns, depth, copied);
                    }
                    else
                    {
                        panel = b + p * ldb + j;
                        step = ldb;
                    }
                    for (var i = 0; i < rows; i += MatrixTile<T>.Rows)
                    {
                        Tile<T>(
                            Math.Min(MatrixTile<T>.Rows, rows - i), columns, depth,
                            copiesA ? strips + i * depth : block + i * aRow, copiesA ? MatrixTile<T>.Rows : aStep,
                            panel, step, c + (top + i) * ldc + j, edge, add);
                    }
                }
            }
            p += depth;
            add = true;
        }
        while (p < k);
    }

    // Panel by panel, without blocks: a browser is not worth the finer points.
    [SupportedOSPlatform("browser")]
    private void RunCompiled()
    {
        const int Width = Compiled.Width;
        var copied = stackalloc float[layout == Layout.Packed ? 0 : k * Width];
        var edge = stackalloc float[n % Width == 0 ? 0 : m * Width];
        for (var j = 0; j < n; j += Width)
        {
            var columns = Math.Min(Width, n - j);
            var panel = copied;
            nint step = Width;
            if (layout == Layout.Packed)
            {
                panel = b + (nint)j * k;
            }
            else if (layout == Layout.Stored && columns == Width)
            {
                panel = b + j;
                step = ldb;
            }
            else
            {
                Compiled.CopyPanel(layout == Layout.Transposed, k, columns, b, ldb, j, copied);
            }

            if (columns == Width)
            {
                Compiled.Tiles(m, k, a, aRow, aStep, panel, step, c + j, ldc, accumulate);
                continue;
            }

            if (accumulate)
            {
                Compiled.Copy(m, columns, c + j, ldc, 1, edge, Width, Width);
            }

            Compiled.Tiles(m, k, a, aRow, aStep, panel, step, edge, Width, accumulate);
            Compiled.Copy(m, columns, edge, Width, 1, c + j, ldc, columns);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Tile<T>(
        int rows, int columns, int depth, float* ap, nint apStep, float* panel, nint step, float* tile, float* edge,
        bool add) where T : unmanaged, ILanes<T>
    {
        var width = MatrixTile<T>.Columns;
        if (columns == width)
        {
            MatrixTile<T>.Multiply(rows, depth, ap, aRow, apStep, panel, step, tile, ldc, add);
            return;
        }
        for (var r = 0; add && r < rows; r++)
        {
            Remainder.Copy(tile + r * ldc, edge + r * width, columns);
        }
        MatrixTile<T>.Multiply(rows, depth, ap, aRow, apStep, panel, step, edge, width, add);
        for (var r = 0; r < rows; r++)
        {
            Remainder.Copy(edge + r * width, tile + r * ldc, columns);
        }
    }
}
