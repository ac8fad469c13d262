using System.Runtime.CompilerServices;

namespace SequenceModels.Numerics;

/// <summary>Softmax over each row of a row-major matrix.</summary>
internal static class Softmax
{
    /// <summary>y = e^(x − max x) / Σ e^(x − max x): −∞ gets exactly 0. The target may be its own source.</summary>
    public static void Rows(ReadOnlySpan<float> x, Span<float> y, int columns)
    {
        Bounds.Require(x.Length, y.Length);
        for (var i = 0; i < x.Length; i += columns)
        {
            var from = x.Slice(i, columns);
            var to = y.Slice(i, columns);
            Map.Apply(new ShiftedExponential(Reduction.Max(from)), from, to);
            Elementwise.Scale(1 / Reduction.Sum(to), to, to);
        }
    }

    /// <summary>y = x − max x − ln Σ e^(x − max x); the target is not the source.</summary>
    public static void LogRows(ReadOnlySpan<float> x, Span<float> y, int columns)
    {
        Bounds.Require(x.Length, y.Length);
        for (var i = 0; i < x.Length; i += columns)
        {
            var from = x.Slice(i, columns);
            var to = y.Slice(i, columns);
            var max = Reduction.Max(from);
            Map.Apply(new ShiftedExponential(max), from, to);
            var logarithm = Elementwise.Log(Reduction.Sum(to));
            Elementwise.Add(-max, from, to);
            Elementwise.Add(-logarithm, to, to);
        }
    }

    private readonly struct ShiftedExponential(float shift) : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Of<T>(T x) where T : unmanaged, ILanes<T> => Exponential.OfNegative(x - T.Create(shift));
    }
}
