using System.Runtime.CompilerServices;

namespace SequenceModels.Numerics;

/// <summary>
/// The innermost loop of the matrix product: up to 6 rows by 2 registers of C stay in registers while k runs.
/// <code>
///   c[r, j] = fma(a[r, p], b[p, j], c[r, j])    for p = 0 … k − 1, in this order
/// </code>
/// Twelve independent sums keep both multipliers of a core busy: each takes a new product every half cycle and needs
/// about four cycles to deliver it.
/// </summary>
internal static unsafe class MatrixTile<T> where T : unmanaged, ILanes<T>
{
    public const int Rows = 6;
    public static int Columns => 2 * T.Count;

    /// <summary>
    /// C = A B, or C += A B to <paramref name="add"/>. a[r, p] lies at r · aRow + p · aStep; row p of B begins at p · bStep
    /// and is read for <see cref="Columns"/> floats, row r of C begins at r · cRow and is written for as many.
    /// </summary>
    public static void Multiply(
        int rows, int k, float* a, nint aRow, nint aStep, float* b, nint bStep, float* c, nint cRow, bool add)
    {
        if (typeof(T) == typeof(Lanes4) && TileInDouble.IsNeeded)
        {
            TileInDouble.Multiply(rows, k, a, aRow, aStep, b, bStep, c, cRow, add);
            return;
        }
        switch (rows)
        {
            case 1: Multiply<One>(k, a, aRow, aStep, b, bStep, c, cRow, add); break;
            case 2: Multiply<Two>(k, a, aRow, aStep, b, bStep, c, cRow, add); break;
            case 3: Multiply<Three>(k, a, aRow, aStep, b, bStep, c, cRow, add); break;
            case 4: Multiply<Four>(k, a, aRow, aStep, b, bStep, c, cRow, add); break;
            case 5: Multiply<Five>(k, a, aRow, aStep, b, bStep, c, cRow, add); break;
            default: Multiply<Six>(k, a, aRow, aStep, b, bStep, c, cRow, add); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply<TRows>(
        int k, float* a, nint aRow, nint aStep, float* b, nint bStep, float* c, nint cRow, bool add)
        where TRows : struct, IRows
    {
        T c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default;
        T c30 = default, c31 = default, c40 = default, c41 = default, c50 = default, c51 = default;
        if (add)
        {
            (c00, c01) = Load(c);
            if (TRows.Count > 1) { (c10, c11) = Load(c + cRow); }
            if (TRows.Count > 2) { (c20, c21) = Load(c + 2 * cRow); }
            if (TRows.Count > 3) { (c30, c31) = Load(c + 3 * cRow); }
            if (TRows.Count > 4) { (c40, c41) = Load(c + 4 * cRow); }
            if (TRows.Count > 5) { (c50, c51) = Load(c + 5 * cRow); }
        }
        var twoRows = 2 * aRow;
        var a3 = a + 3 * aRow;
        for (; k > 0; k--)
        {
            T b0 = T.Load(b), b1 = T.Load(b + T.Count);
            MultiplyAdd(a, b0, b1, ref c00, ref c01);
            if (TRows.Count > 1) { MultiplyAdd(a + aRow, b0, b1, ref c10, ref c11); }
            if (TRows.Count > 2) { MultiplyAdd(a + twoRows, b0, b1, ref c20, ref c21); }
            if (TRows.Count > 3) { MultiplyAdd(a3, b0, b1, ref c30, ref c31); }
            if (TRows.Count > 4) { MultiplyAdd(a3 + aRow, b0, b1, ref c40, ref c41); }
            if (TRows.Count > 5) { MultiplyAdd(a3 + twoRows, b0, b1, ref c50, ref c51); }
            a += aStep;
            a3 += aStep;
            b += bStep;
        }
        Store(c, c00, c01);
        if (TRows.Count > 1) { Store(c + cRow, c10, c11); }
        if (TRows.Count > 2) { Store(c + 2 * cRow, c20, c21); }
        if (TRows.Count > 3) { Store(c + 3 * cRow, c30, c31); }
        if (TRows.Count > 4) { Store(c + 4 * cRow, c40, c41); }
        if (TRows.Count > 5) { Store(c + 5 * cRow, c50, c51); }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T, T) Load(float* c) => (T.Load(c), T.Load(c + T.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* c, T c0, T c1)
    {
        T.Store(c0, c);
        T.Store(c1, c + T.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MultiplyAdd(float* a, T b0, T b1, ref T c0, ref T c1)
    {
        var ap = T.Spread(a);
        T.AddProduct(ap, b0, ref c0);
        T.AddProduct(ap, b1, ref c1);
    }

    private interface IRows { static abstract int Count { get; } }
    private readonly struct One : IRows { public static int Count => 1; }
    private readonly struct Two : IRows { public static int Count => 2; }
    private readonly struct Three : IRows { public static int Count => 3; }
    private readonly struct Four : IRows { public static int Count => 4; }
    private readonly struct Five : IRows { public static int Count => 5; }
    private readonly struct Six : IRows { public static int Count => 6; }
}
