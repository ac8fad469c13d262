using System.Runtime.CompilerServices;

namespace SequenceModels.Numerics;

/// <summary>Softmax over each row of a row-major matrix.</summary>
internal static unsafe class Softmax
{
    /// <summary>y = e^(x − max x) / Σ e^(x − max x): −∞ gets exactly 0. The target may be its own source.</summary>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, int columns)
    {
        Bounds.Require(x.Length, y.Length);
        fixed (float* px = x, py = y)
        {
            RowBlocks.Run(new Shares(new(px, columns), new(py, columns), columns), x.Length, columns);
        }
    }

    /// <summary>dx += y ⊙ (dy − Σ dy ⊙ y)</summary>
    public static void Backward(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx, int columns)
    {
        Bounds.Require(dx.Length, y.Length);
        Bounds.Require(dy.Length, y.Length);
        fixed (float* py = y, pdy = dy, pdx = dx)
        {
            RowBlocks.Run(new Gradients(new(py, columns), new(pdy, columns), new(pdx, columns), columns), y.Length, columns);
        }
    }

    /// <summary>y = e^(x − max x) of some rows, and what it is made of.</summary>
    public static void Exponentials(Cursor x, Cursor y, int rows, int columns, float* largest, float* sums)
    {
        Reduction.LargestOfRows(x, rows, columns, largest);
        Rows.Run(new ShiftedExponential(x, new(largest, 16), y), rows, columns);
        Reduction.SumRows(y, rows, columns, sums);
    }

    private readonly struct Shares(Cursor x, Cursor y, int columns) : IRowBlock
    {
        public void Run(int start, int rows, float* largest, float* sums)
        {
            Exponentials(x.After(start), y.After(start), rows, columns, largest, sums);
            Rows.Run(new Inverse(new(sums, 16)), rows, 1);
            Rows.Run(new Scaled(new(sums, 16), y.After(start)), rows, columns);
        }
    }

    private readonly struct Gradients(Cursor y, Cursor dy, Cursor dx, int columns) : IRowBlock
    {
        public void Run(int start, int rows, float* _, float* sums)
        {
            var (value, above) = (y.After(start), dy.After(start));
            Reduction.SumRowsOfProducts(above, value, rows, columns, sums);
            Rows.Run(new Centered(value, above, new(sums, 16), dx.After(start)), rows, columns);
        }
    }

    private readonly struct ShiftedExponential(Cursor x, Cursor shift, Cursor y) : IRowwise<ShiftedExponential>
    {
        public ShiftedExponential Next => new(x.Next, shift.Next, y.Next);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T> =>
            at.Put(Exponential.OfNegative(at.Of(x) - T.Spread(shift.At)), y);
    }

    private readonly struct Inverse(Cursor x) : IRowwise<Inverse>
    {
        public Inverse Next => new(x.Next);

        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T> => at.Put(T.Create(1) / at.Of(x), x);
    }

    private readonly struct Scaled(Cursor factor, Cursor y) : IRowwise<Scaled>
    {
        public Scaled Next => new(factor.Next, y.Next);

        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T> => at.Put(T.Spread(factor.At) * at.Of(y), y);
    }

    private readonly struct Centered(Cursor y, Cursor dy, Cursor mean, Cursor dx) : IRowwise<Centered>
    {
        public Centered Next => new(y.Next, dy.Next, mean.Next, dx.Next);

        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T> =>
            at.Put(at.Of(dx) + at.Of(y) * (at.Of(dy) - T.Spread(mean.At)), dx);
    }
}
