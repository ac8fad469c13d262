using System.Runtime.CompilerServices;

namespace SequenceModels.Numerics;

/// <summary>The logarithm of softmax over each row of a row-major matrix, without leaving the range of float32.</summary>
internal static unsafe class LogSoftmax
{
    /// <summary>y = x − max x − ln Σ e^(x − max x); the target is not the source.</summary>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, int columns)
    {
        Bounds.Require(x.Length, y.Length);
        fixed (float* px = x, py = y)
        {
            RowBlocks.Run(new Logarithms(new(px, columns), new(py, columns), columns), x.Length, columns);
        }
    }

    /// <summary>dx += dy − eʸ Σ dy</summary>
    public static void Backward(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx, int columns)
    {
        Bounds.Require(dx.Length, y.Length);
        Bounds.Require(dy.Length, y.Length);
        fixed (float* py = y, pdy = dy, pdx = dx)
        {
            RowBlocks.Run(new Gradients(new(py, columns), new(pdy, columns), new(pdx, columns), columns), y.Length, columns);
        }
    }

    private readonly struct Logarithms(Cursor x, Cursor y, int columns) : IRowBlock
    {
        public void Run(int start, int rows, float* largest, float* sums)
        {
            Cursor from = x.After(start), to = y.After(start);
            Softmax.Exponentials(from, to, rows, columns, largest, sums);
            Rows.Run(new LogarithmOf(new(sums, 16)), rows, 1);
            Rows.Run(new LogShifted(from, new(largest, 16), new(sums, 16), to), rows, columns);
        }
    }

    private readonly struct Gradients(Cursor y, Cursor dy, Cursor dx, int columns) : IRowBlock
    {
        public void Run(int start, int rows, float* _, float* sums)
        {
            var above = dy.After(start);
            Reduction.SumRows(above, rows, columns, sums);
            Rows.Run(new LogCentered(y.After(start), above, new(sums, 16), dx.After(start)), rows, columns);
        }
    }

    private readonly struct LogarithmOf(Cursor x) : IRowwise<LogarithmOf>
    {
        public LogarithmOf Next => new(x.Next);

        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T> => at.Put(default(Logarithm).Of(at.Of(x)), x);
    }

    private readonly struct LogShifted(Cursor x, Cursor shift, Cursor logarithm, Cursor y) : IRowwise<LogShifted>
    {
        public LogShifted Next => new(x.Next, shift.Next, logarithm.Next, y.Next);

        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T> =>
            at.Put(at.Of(x) - T.Spread(shift.At) - T.Spread(logarithm.At), y);
    }

    private readonly struct LogCentered(Cursor y, Cursor dy, Cursor sum, Cursor dx) : IRowwise<LogCentered>
    {
        public LogCentered Next => new(y.Next, dy.Next, sum.Next, dx.Next);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T> => at.Put(
            T.FusedMultiplyAdd(T.Spread(sum.At) * T.Create(-1), default(Exponential).Of(at.Of(y)), at.Of(dx) + at.Of(dy)), dx);
    }
}
