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
            var row = y.Slice(i, columns);
            Elementwise.Add(-Reduction.Max(x.Slice(i, columns)), x.Slice(i, columns), row);
            Elementwise.Exp(row, row);
            Elementwise.Scale(1 / Reduction.Sum(row), row, row);
        }
    }

    /// <summary>y = x − max x − ln Σ e^(x − max x); <paramref name="exponentials"/> is room for one row.</summary>
    public static void LogRows(ReadOnlySpan<float> x, Span<float> y, int columns, Span<float> exponentials)
    {
        Extent.Require(x.Length, y.Length);
        Extent.Require(exponentials.Length, columns);
        for (var i = 0; i < x.Length; i += columns)
        {
            var row = y.Slice(i, columns);
            Elementwise.Add(-Reduction.Max(x.Slice(i, columns)), x.Slice(i, columns), row);
            Elementwise.Exp(row, exponentials);
            Elementwise.Add(-Elementwise.Log(Reduction.Sum(exponentials)), row, row);
        }
    }
}
