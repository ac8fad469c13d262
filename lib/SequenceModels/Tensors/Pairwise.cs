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
            TensorBlocks.Run(over, new Reaching<Results<TFunction>>(new(f, pa, pb, py)), written: 2);
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
            TensorBlocks.Run(over, new Reaching<Shares<TFunction>>(new(f, pa, pb, pdy, pto, side, terms)), written: side);
        }
    }

    // By how columns reach the numbers of both.
    private readonly struct Reaching<TWork>(TWork work) : IBlockwise where TWork : struct, IWork
    {
        public void Run(in TensorBlock block)
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
    }

    private interface IWork
    {
        void Run<TA, TB>(in TensorBlock block) where TA : struct, IReach where TB : struct, IReach;
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
        public void Run<TA, TB>(in TensorBlock block) where TA : struct, IReach where TB : struct, IReach =>
            Rows.Run(new Result<TFunction, TA, TB>(f, block.At(a, 0), block.At(b, 1), block.At(y, 2)), block.Rows, block.Columns);
    }

    private readonly struct Shares<TFunction>(TFunction f, float* a, float* b, float* dy, float* to, int side, float* terms) : IWork
        where TFunction : struct, IFunction3
    {
        public void Run<TA, TB>(in TensorBlock block) where TA : struct, IReach where TB : struct, IReach
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
