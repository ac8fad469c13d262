using System.Runtime.CompilerServices;

namespace SequenceModels.Numerics;

/// <summary>Softmax over each row of a row-major matrix; a target may be its own source.</summary>
internal static class Softmax
{
    /// <summary>y = e^(x − max x) / Σ e^(x − max x): −∞ gets exactly 0.</summary>
    public static void Rows(ReadOnlySpan<float> x, Span<float> y, int columns)
    {
        Extent.Require(x.Length, y.Length);
        for (var i = 0; i < x.Length; i += columns)
        {
            var from = x.Slice(i, columns);
            var to = y.Slice(i, columns);
            Map.Apply(new ShiftedExponential(Reduction.Max(from)), from, to);
            Elementwise.Scale(1 / Reduction.Sum(to), to, to);
        }
    }

    /// <summary>y = x − max x − ln Σ e^(x − max x)</summary>
    public static void LogRows(ReadOnlySpan<float> x, Span<float> y, int columns)
    {
        Extent.Require(x.Length, y.Length);
        for (var i = 0; i < x.Length; i += columns)
        {
            var from = x.Slice(i, columns);
            var to = y.Slice(i, columns);
            var max = Reduction.Max(from);
            var sum = Reduction.Sum(new ShiftedExponential(max), from);
            Elementwise.Add(-max, from, to);
            Elementwise.Add(-Elementwise.Log(sum), to, to);
        }
    }

    private readonly struct ShiftedExponential(float shift) : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Of<T>(T x) where T : unmanaged, ILanes<T> => Exponential.OfNegative(x - T.Create(shift));
    }
}
