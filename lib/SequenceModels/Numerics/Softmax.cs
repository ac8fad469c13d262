using System.Runtime.CompilerServices;

namespace SequenceModels.Numerics;

/// <summary>Softmax over each row of a row-major matrix.</summary>
internal static unsafe class Softmax
{
    private const int Block = 64; // most rows at once

    /// <summary>y = e^(x − max x) / Σ e^(x − max x): −∞ gets exactly 0. The target may be its own source.</summary>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, int columns)
    {
        var largest = stackalloc float[16 * Block];
        var sums = stackalloc float[16 * Block];
        Bounds.Require(x.Length, y.Length);
        fixed (float* px = x, py = y)
        {
            foreach (var (done, rows) in new Blocks(x.Length, columns))
            {
                Cursor from = new(px + done, columns), to = new(py + done, columns);
                Exponentials(from, to, rows, columns, largest, sums);
                Rows.Run(new Inverse(new(sums, 16)), rows, 1);
                Rows.Run(new Scaled(new(sums, 16), to), rows, columns);
            }
        }
    }

    /// <summary>dx += y ⊙ (dy − Σ dy ⊙ y)</summary>
    public static void Backward(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx, int columns)
    {
        var sums = stackalloc float[16 * Block];
        Bounds.Require(dx.Length, y.Length);
        Bounds.Require(dy.Length, y.Length);
        fixed (float* py = y, pdy = dy, pdx = dx)
        {
            foreach (var (done, rows) in new Blocks(y.Length, columns))
            {
                Cursor value = new(py + done, columns), above = new(pdy + done, columns);
                Reduction.SumRowsOfProducts(above, value, rows, columns, sums);
                Rows.Run(new Centered(value, above, new(sums, 16), new(pdx + done, columns)), rows, columns);
            }
        }
    }

    /// <summary>y = x − max x − ln Σ e^(x − max x); the target is not the source.</summary>
    public static void LogForward(ReadOnlySpan<float> x, Span<float> y, int columns)
    {
        var largest = stackalloc float[16 * Block];
        var sums = stackalloc float[16 * Block];
        Bounds.Require(x.Length, y.Length);
        fixed (float* px = x, py = y)
        {
            foreach (var (done, rows) in new Blocks(x.Length, columns))
            {
                Cursor from = new(px + done, columns), to = new(py + done, columns);
                Exponentials(from, to, rows, columns, largest, sums);
                Rows.Run(new LogarithmOf(new(sums, 16)), rows, 1);
                Rows.Run(new LogShifted(from, new(largest, 16), new(sums, 16), to), rows, columns);
            }
        }
    }

    /// <summary>dx += dy − eʸ Σ dy</summary>
    public static void LogBackward(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Span<float> dx, int columns)
    {
        var sums = stackalloc float[16 * Block];
        Bounds.Require(dx.Length, y.Length);
        Bounds.Require(dy.Length, y.Length);
        fixed (float* py = y, pdy = dy, pdx = dx)
        {
            foreach (var (done, rows) in new Blocks(y.Length, columns))
            {
                var above = new Cursor(pdy + done, columns);
                Reduction.SumRows(above, rows, columns, sums);
                Rows.Run(
                    new LogCentered(new(py + done, columns), above, new(sums, 16), new(pdx + done, columns)), rows, columns);
            }
        }
    }

    /// <summary>y = e^(x − max x) of some rows, and what it is made of.</summary>
    private static void Exponentials(Cursor x, Cursor y, int rows, int columns, float* largest, float* sums)
    {
        Reduction.LargestOfRows(x, rows, columns, largest);
        Rows.Run(new ShiftedExponential(x, new(largest, 16), y), rows, columns);
        Reduction.SumRows(y, rows, columns, sums);
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

    // As many rows at once as stay in the first-level cache from one pass to the next.
    private struct Blocks(int size, int columns)
    {
        public (int At, int Rows) Current { get; private set; }

        public readonly Blocks GetEnumerator() => this;

        public bool MoveNext()
        {
            var at = Current.At + Current.Rows * columns;
            Current = (at, Math.Min(Math.Clamp(4096 / columns, 1, Block), (size - at) / columns));
            return at < size;
        }
    }
}
