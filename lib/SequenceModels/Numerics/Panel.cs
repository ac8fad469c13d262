using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SequenceModels.Numerics;

/// <summary>
/// A panel: a few columns of B, copied so that the micro-kernel reads straight on. Row p holds its columns side by side,
/// filled up with zeros to the panel's width.
/// </summary>
internal static unsafe class Panel
{
    /// <summary>panel[p, j] = b[p, j]</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy<T>(float* b, nint ldb, int columns, int depth, float* panel) where T : unmanaged, ILanes<T>
    {
        var width = MatrixTile<T>.Columns;
        for (var p = 0; p < depth; p++)
        {
            if (columns == width)
            {
                T.Store(T.Load(b), panel);
                T.Store(T.Load(b + T.Count), panel + T.Count);
            }
            else
            {
                Remainder.Copy(b, panel, columns);
                new Span<float>(panel + columns, width - columns).Clear();
            }
            b += ldb;
            panel += width;
        }
    }

    /// <summary>Strips of six rows of A, which lies transposed: strip s holds a[p, 6 s + r] at 6 p + r.</summary>
    /// <remarks>Four p at a time, so that what a line of the cache holds is used while it is there.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CopyStrips(float* a, nint lda, int rows, int depth, float* strips)
    {
        for (var first = 0; first < depth; first += 4)
        {
            var end = Math.Min(depth, first + 4);
            for (var r = 0; r < rows; r += 6)
            {
                for (var p = first; p < end; p++)
                {
                    float* from = a + p * lda + r, to = strips + (nint)r * depth + 6 * p;
                    if (r <= rows - 6)
                    {
                        Vector128.Load(from).Store(to);
                        *(long*)(to + 4) = *(long*)(from + 4);
                    }
                    else
                    {
                        Remainder.Copy(from, to, rows - r);
                    }
                }
            }
        }
    }

    /// <summary>panel[p, j] = b[j, p], four by four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose(float* b, nint ldb, int columns, int depth, float* panel, int width)
    {
        var j = 0;
        for (; Vector128.IsHardwareAccelerated && j <= columns - 4; j += 4)
        {
            var p = 0;
            for (; p <= depth - 4; p += 4)
            {
                TransposeFour(b + j * ldb + p, ldb, panel + p * width + j, width);
            }
            TransposeRest(b + j * ldb, ldb, 4, p, depth, panel + j, width);
        }
        TransposeRest(b + j * ldb, ldb, columns - j, 0, depth, panel + j, width);
        for (var p = 0; columns < width && p < depth; p++)
        {
            new Span<float>(panel + p * width + columns, width - columns).Clear();
        }
    }

    private static void TransposeRest(float* b, nint ldb, int columns, int p, int depth, float* panel, int width)
    {
        for (; p < depth; p++)
        {
            for (var j = 0; j < columns; j++)
            {
                panel[p * width + j] = b[j * ldb + p];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeFour(float* source, nint sourceRow, float* target, nint targetRow)
    {
        var r0 = Vector128.Load(source);
        var r1 = Vector128.Load(source + sourceRow);
        var r2 = Vector128.Load(source + 2 * sourceRow);
        var r3 = Vector128.Load(source + 3 * sourceRow);
        var (t0, t1) = Interleave(r0, r1, Vector128.Create(-1, 0, -1, 0), Vector128.Create(1, 0, 3, 2));
        var (t2, t3) = Interleave(r2, r3, Vector128.Create(-1, 0, -1, 0), Vector128.Create(1, 0, 3, 2));
        var (c0, c2) = Interleave(t0, t2, Vector128.Create(-1, -1, 0, 0), Vector128.Create(2, 3, 0, 1));
        var (c1, c3) = Interleave(t1, t3, Vector128.Create(-1, -1, 0, 0), Vector128.Create(2, 3, 0, 1));
        c0.Store(target);
        c1.Store(target + targetRow);
        c2.Store(target + 2 * targetRow);
        c3.Store(target + 3 * targetRow);
    }

    /// <summary>
    /// The lanes that <paramref name="first"/> marks of a, then of b, side by side; and the other lanes likewise.
    /// </summary>
    /// <remarks>Neighbours, then pairs, swap places: two rounds of it transpose four rows.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<float>, Vector128<float>) Interleave(
        Vector128<float> a, Vector128<float> b, Vector128<int> first, Vector128<int> swap) => (
        Vector128.ConditionalSelect(first.AsSingle(), a, Vector128.Shuffle(b, swap)),
        Vector128.ConditionalSelect(first.AsSingle(), Vector128.Shuffle(a, swap), b));
}
