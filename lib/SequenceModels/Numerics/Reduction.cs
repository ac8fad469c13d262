using System.Runtime.CompilerServices;
using SequenceModels.Numerics.Wasm;

namespace SequenceModels.Numerics;

/// <summary>
/// Sums and maxima of rows in one order: element i goes to partial result i mod 16, and the sixteen are joined as a tree, at any width
/// of a machine's registers.
/// </summary>
internal static unsafe class Reduction
{
    /// <summary>Σ xᵢ of each row. A row's result is the first of its sixteen.</summary>
    public static void SumRows(Cursor x, int rows, int columns, float* sixteens) =>
        Fold(default(Sum), 0, default(First), x, x, rows, columns, sixteens);

    /// <summary>Σ xᵢ yᵢ of each row.</summary>
    /// <inheritdoc cref="SumRows"/>
    public static void SumRowsOfProducts(Cursor x, Cursor y, int rows, int columns, float* sixteens) =>
        Fold(default(Sum), 0, default(Product), x, y, rows, columns, sixteens);

    /// <summary>The largest of each row that has no NaN.</summary>
    /// <inheritdoc cref="SumRows"/>
    public static void LargestOfRows(Cursor x, int rows, int columns, float* sixteens) =>
        Fold(default(Larger), float.NegativeInfinity, default(First), x, x, rows, columns, sixteens);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fold<TFold, TFunction>(
        TFold fold, float first, TFunction f, Cursor x, Cursor y, int rows, int columns, float* sixteens)
        where TFold : struct, IFunction2
        where TFunction : struct, IFunction2
    {
        if (Compiled.IsThere)
        {
            new Span<float>(sixteens, 16 * rows).Fill(first);
            Rows.Run(new Turns<TFold, TFunction>(fold, f, x, y, new(sixteens, 16)), rows, columns);
            Rows.Run(new Tree<TFold>(fold, new(sixteens, 16)), rows, 1);
            return;
        }

        for (var (row, sixteen) = (0, new Cursor(sixteens, 16)); row < rows; row++, x = x.Next, y = y.Next, sixteen = sixteen.Next)
        {
            Lanes16.Store(Partial(fold, first, f, x.At, y.At, columns), sixteen.At);
            new Tree<TFold>(fold, sixteen).At(new Columns<Lane>(0));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes16 Partial<TFold, TFunction>(TFold fold, float first, TFunction f, float* x, float* y, int columns)
        where TFold : struct, IFunction2
        where TFunction : struct, IFunction2
    {
        var (result, i) = (Lanes16.Create(first), 0);
        for (; i <= columns - 16; i += 16)
        {
            result = fold.Of(result, f.Of(Lanes16.Load(x + i), Lanes16.Load(y + i)));
        }

        if (i < columns)
        {
            Lanes16 lastX = Lanes16.Create(first), lastY = lastX;
            Remainder.Copy(x + i, (float*)&lastX, columns - i);
            Remainder.Copy(y + i, (float*)&lastY, columns - i);
            result = fold.Of(result, f.Of(lastX, lastY));
        }

        return result;
    }

    private readonly struct Turns<TFold, TFunction>(TFold fold, TFunction f, Cursor x, Cursor y, Cursor sixteen)
        : IRowwise<Turns<TFold, TFunction>>
        where TFold : struct, IFunction2
        where TFunction : struct, IFunction2
    {
        public Turns<TFold, TFunction> Next => new(fold, f, x.Next, y.Next, sixteen.Next);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T>
        {
            var part = at.Turn(sixteen.At);
            T.Store(fold.Of(T.Load(part), f.Of(at.Of(x), at.Of(y))), part);
        }
    }

    /// <summary>i + (i + 8), then + 4, + 2, + 1.</summary>
    private readonly struct Tree<TFold>(TFold fold, Cursor sixteen) : IRowwise<Tree<TFold>>
        where TFold : struct, IFunction2
    {
        public Tree<TFold> Next => new(fold, sixteen.Next);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T> => at.Put(fold.Of(Two(at, 0), Two(at, 1)), sixteen);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private T Two<T>(Columns<T> at, int i) where T : unmanaged, ILanes<T> => fold.Of(Four(at, i), Four(at, i + 2));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private T Four<T>(Columns<T> at, int i) where T : unmanaged, ILanes<T> => fold.Of(Eight(at, i), Eight(at, i + 4));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private T Eight<T>(Columns<T> at, int i) where T : unmanaged, ILanes<T> =>
            fold.Of(at.Of(sixteen.At + i), at.Of(sixteen.At + i + 8));
    }

    private readonly struct First : IFunction2
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Of<T>(T x, T y) where T : unmanaged, ILanes<T> => x;
    }

    private readonly struct Larger : IFunction2
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Of<T>(T x, T y) where T : unmanaged, ILanes<T> => T.Max(x, y);
    }
}
