using System.Runtime.CompilerServices;
using SequenceModels.Numerics;

namespace SequenceModels;

/// <summary>Functions of the numbers of two tensors that stretch to each other: views 0 and 1 of an iterator. View 2 is the result, or
/// its gradient. A view's columns lie side by side, or are one number that all columns share.</summary>
internal static unsafe class Pairwise
{
    /// <summary>y = f(a, b).</summary>
    public static void Apply<TFunction>(
        TFunction f, in TensorIterator over, ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y)
        where TFunction : struct, IFunction2
    {
        fixed (float* pa = a, pb = b, py = y)
        {
            Sheets(over, new Results<TFunction>(f, pa, pb, py));
        }
    }

    /// <summary>to += f(dy, a, b), where <paramref name="to"/> lies as view <paramref name="side"/> does; what it shares between columns
    /// adds up in their order.</summary>
    public static void Share<TFunction>(
        TFunction f, in TensorIterator over, ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> dy, Span<float> to, int side)
        where TFunction : struct, IFunction3
    {
        var isShared = over.ColumnStep(side) == 0 && over.Columns > 1;
        var shares = isShared ? new Tensor([2, over.Rows, over.Columns]).Values : [];
        fixed (float* pa = a, pb = b, pdy = dy, pto = to, terms = shares)
        {
            Sheets(over, new Shares<TFunction>(f, pa, pb, pdy, pto, side, terms));
        }
    }

    private static void Sheets<TWork>(in TensorIterator over, TWork work) where TWork : struct, IWork
    {
        for (var sheet = 0; sheet < over.Sheets; sheet++)
        {
            if (over.ColumnStep(0) == 0 && over.Columns > 1)
            {
                work.Run<Shared, Own>(over, sheet);
            }
            else if (over.ColumnStep(1) == 0 && over.Columns > 1)
            {
                work.Run<Own, Shared>(over, sheet);
            }
            else
            {
                work.Run<Own, Own>(over, sheet);
            }
        }
    }

    private static Cursor At(float* start, in TensorIterator over, int sheet, int view) =>
        new(start + over.Start(sheet, view), over.RowStep(view));

    private interface IWork
    {
        void Run<TA, TB>(in TensorIterator over, int sheet) where TA : struct, IReach where TB : struct, IReach;
    }

    private interface IReach
    {
        static abstract T Of<T>(Columns<T> at, Cursor row) where T : unmanaged, ILanes<T>;
    }

    /// <summary>Each column has a number of its own.</summary>
    private readonly struct Own : IReach
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(Columns<T> at, Cursor row) where T : unmanaged, ILanes<T> => at.Of(row);
    }

    /// <summary>All columns share one.</summary>
    private readonly struct Shared : IReach
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(Columns<T> at, Cursor row) where T : unmanaged, ILanes<T> => T.Spread(row.At);
    }

    private readonly struct Results<TFunction>(TFunction f, float* a, float* b, float* y) : IWork
        where TFunction : struct, IFunction2
    {
        public void Run<TA, TB>(in TensorIterator over, int sheet) where TA : struct, IReach where TB : struct, IReach => Rows.Run(
            new Result<TFunction, TA, TB>(f, At(a, over, sheet, 0), At(b, over, sheet, 1), At(y, over, sheet, 2)), over.Rows, over.Columns);
    }

    private readonly struct Shares<TFunction>(TFunction f, float* a, float* b, float* dy, float* to, int side, float* terms) : IWork
        where TFunction : struct, IFunction3
    {
        public void Run<TA, TB>(in TensorIterator over, int sheet) where TA : struct, IReach where TB : struct, IReach
        {
            var (rows, columns) = (over.Rows, over.Columns);
            var (atA, atB, above, sum) = (At(a, over, sheet, 0), At(b, over, sheet, 1), At(dy, over, sheet, 2), At(to, over, sheet, side));
            if (terms == null)
            {
                Rows.Run(new Addition<TFunction, TA, TB>(f, atA, atB, above, sum), rows, columns);
                return;
            }

            var part = new Span<float>(terms, rows * columns);
            part.Clear();
            Rows.Run(new Addition<TFunction, TA, TB>(f, atA, atB, above, new(terms, columns)), rows, columns);
            InOrder.AddColumns(part, new Span<float>(sum.At, rows), new Span<float>(terms + part.Length, part.Length));
        }
    }

    private readonly struct Result<TFunction, TA, TB>(TFunction f, Cursor a, Cursor b, Cursor y) : IRowwise<Result<TFunction, TA, TB>>
        where TFunction : struct, IFunction2
        where TA : struct, IReach
        where TB : struct, IReach
    {
        public Result<TFunction, TA, TB> Next => new(f, a.Next, b.Next, y.Next);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T> => at.Put(f.Of(TA.Of(at, a), TB.Of(at, b)), y);
    }

    private readonly struct Addition<TFunction, TA, TB>(TFunction f, Cursor a, Cursor b, Cursor dy, Cursor sum)
        : IRowwise<Addition<TFunction, TA, TB>>
        where TFunction : struct, IFunction3
        where TA : struct, IReach
        where TB : struct, IReach
    {
        public Addition<TFunction, TA, TB> Next => new(f, a.Next, b.Next, dy.Next, sum.Next);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T> =>
            at.Put(at.Of(sum) + f.Of(at.Of(dy), TA.Of(at, a), TB.Of(at, b)), sum);
    }
}
