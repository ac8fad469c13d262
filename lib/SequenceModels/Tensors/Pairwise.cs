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
            Walk(over, new Results<TFunction>(f, pa, pb, py), inOrder: over.Overlaps(2));
        }
    }

    /// <summary>to += f(dy, a, b), where <paramref name="to"/> lies as view <paramref name="side"/> does; what it shares between columns
    /// adds up in their order.</summary>
    public static void Share<TFunction>(
        TFunction f, in TensorIterator over, ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> dy, Span<float> to, int side)
        where TFunction : struct, IFunction3
    {
        var isShared = over.ColumnStep(side) == 0 && over.Columns > 1;
        var shares = isShared ? new Tensor([2, over.Sheets * over.Rows, over.Columns]).Values : [];
        fixed (float* pa = a, pb = b, pdy = dy, pto = to, terms = shares)
        {
            Walk(over, new Shares<TFunction>(f, pa, pb, pdy, pto, side, terms), inOrder: over.Overlaps(side));
        }
    }

    // What adds up in the same numbers does so in order; all else is shared between cores.
    private static void Walk<TWork>(in TensorIterator over, TWork work, bool inOrder) where TWork : struct, IWork
    {
        var (parts, rows) = (new Parts<TWork>(over, work), over.Sheets * over.Rows);
        if (inOrder)
        {
            parts.Run(0, rows);
        }
        else if (rows > 1)
        {
            Workers.Divide(parts, rows, over.Columns);
        }
        else
        {
            Workers.Divide(new PartsOfARow<TWork>(over, work), over.Columns, 1);
        }
    }

    private readonly struct Parts<TWork>(TensorIterator over, TWork work) : IDivisible where TWork : struct, IWork
    {
        public void Run(int start, int count)
        {
            for (int at = start, end = start + count, rows; at < end; at += rows)
            {
                (var sheet, var row, rows) = over.Part(at, end);
                Do(work, new Block(over, sheet, row, rows, 0, over.Columns));
            }
        }
    }

    private readonly struct PartsOfARow<TWork>(TensorIterator over, TWork work) : IDivisible where TWork : struct, IWork
    {
        public void Run(int start, int count) => Do(work, new Block(over, 0, 0, 1, start, count));
    }

    private static void Do<TWork>(TWork work, in Block block) where TWork : struct, IWork
    {
        if (block.IsOneNumber(0))
        {
            work.Run<Shared, Own>(block);
        }
        else if (block.IsOneNumber(1))
        {
            work.Run<Own, Shared>(block);
        }
        else
        {
            work.Run<Own, Own>(block);
        }
    }

    /// <summary>Neighboring rows of a sheet, or columns of one row.</summary>
    private readonly struct Block(in TensorIterator over, int sheet, int row, int rows, int column, int columns)
    {
        private readonly TensorIterator _over = over;

        /// <summary>The rows before it, of all sheets.</summary>
        public int Before => sheet * _over.Rows + row;

        public int Rows => rows;

        public int Columns => columns;

        /// <summary>Whether all columns of a view share one.</summary>
        public bool IsOneNumber(int view) => _over.ColumnStep(view) == 0 && _over.Columns > 1;

        public Cursor At(float* start, int view) =>
            new(start + _over.Start(sheet, row, view) + column * _over.ColumnStep(view), _over.RowStep(view));
    }

    private interface IWork
    {
        void Run<TA, TB>(in Block block) where TA : struct, IReach where TB : struct, IReach;
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
        public void Run<TA, TB>(in Block block) where TA : struct, IReach where TB : struct, IReach =>
            Rows.Run(new Result<TFunction, TA, TB>(f, block.At(a, 0), block.At(b, 1), block.At(y, 2)), block.Rows, block.Columns);
    }

    private readonly struct Shares<TFunction>(TFunction f, float* a, float* b, float* dy, float* to, int side, float* terms) : IWork
        where TFunction : struct, IFunction3
    {
        public void Run<TA, TB>(in Block block) where TA : struct, IReach where TB : struct, IReach
        {
            var (rows, columns) = (block.Rows, block.Columns);
            var (atA, atB, above, sum) = (block.At(a, 0), block.At(b, 1), block.At(dy, 2), block.At(to, side));
            if (terms == null)
            {
                Rows.Run(new Addition<TFunction, TA, TB>(f, atA, atB, above, sum), rows, columns);
                return;
            }

            var own = terms + 2 * columns * block.Before;
            var part = new Span<float>(own, rows * columns);
            part.Clear();
            Rows.Run(new Addition<TFunction, TA, TB>(f, atA, atB, above, new(own, columns)), rows, columns);
            InOrder.AddColumns(part, new Span<float>(sum.At, rows), new Span<float>(own + part.Length, part.Length));
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
