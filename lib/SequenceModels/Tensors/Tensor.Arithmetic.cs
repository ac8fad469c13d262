namespace SequenceModels;

/// <summary>+ − × ÷, element by element; shapes stretch to each other as in PyTorch.</summary>
public partial class Tensor
{
    private interface IOperator
    {
        static abstract string Symbol { get; }

        static abstract float Apply(float a, float b);

        /// <summary>∂(a∘b)/∂a and ∂(a∘b)/∂b.</summary>
        static abstract (float, float) Derivatives(float a, float b);
    }

    /// <summary>A single number, so that <c>1 - z</c> and <c>x / 2</c> read as they should.</summary>
    public static implicit operator Tensor(float value) => Full(value);

    /// <summary>a + b.</summary>
    public static Tensor operator +(Tensor left, Tensor right) => Combine<Plus>(left, right);

    /// <summary>a − b.</summary>
    public static Tensor operator -(Tensor left, Tensor right) => Combine<Minus>(left, right);

    /// <summary>a ⊙ b, element by element; the matrix product is <see cref="MatMul"/>.</summary>
    public static Tensor operator *(Tensor left, Tensor right) => Combine<Times>(left, right);

    /// <summary>a ÷ b.</summary>
    public static Tensor operator /(Tensor left, Tensor right) => Combine<Over>(left, right);

    /// <summary>−x.</summary>
    public static Tensor operator -(Tensor value) => Combine<Times>(value, -1f);

    /// <summary>The larger of two numbers, element by element; equal ones share the gradient (torch.maximum).</summary>
    public static Tensor Maximum(Tensor left, Tensor right) => Combine<Larger>(left, right);

    private static Tensor Combine<TOperator>(Tensor a, Tensor b)
        where TOperator : IOperator
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var shape = View.Common(a.Shape, b.Shape) ?? throw new ArgumentException(
            $"{a.Shape} {TOperator.Symbol} {b.Shape}: the shapes do not fit. "
            + "Aligned at the last axis, lengths must be equal or 1.");
        var y = new Tensor(shape);
        var (viewA, viewB) = a.Shape == b.Shape
            ? (View.Flat(shape), View.Flat(shape))
            : (View.Broadcast(a.Shape, shape), View.Broadcast(b.Shape, shape));
        for (var (row, n) = (0, viewA.RowLength); row < viewA.RowCount; row++)
        {
            ReadOnlySpan<float> rowA = a.Values[viewA.Start(row)..], rowB = b.Values[viewB.Start(row)..];
            var rowY = y.Values.Slice(row * n, n);
            for (var i = 0; i < n; i++)
            {
                rowY[i] = TOperator.Apply(rowA[i * viewA.RowStride], rowB[i * viewB.RowStride]);
            }
        }

        // da += dy ∂y/∂a,  db += dy ∂y/∂b; what was stretched adds up over its repetitions
        return y.Recorded([a, b], () =>
        {
            var (toA, toB) = (a.RequiresGrad, b.RequiresGrad);
            Span<float> da = toA ? a.Gradient : [], db = toB ? b.Gradient : [], valuesA = a.Values, valuesB = b.Values;
            for (var (row, n) = (0, viewA.RowLength); row < viewA.RowCount; row++)
            {
                var (atA, atB) = (viewA.Start(row), viewB.Start(row));
                var dy = y.Gradient.Slice(row * n, n);
                for (var i = 0; i < n; i++, atA += viewA.RowStride, atB += viewB.RowStride)
                {
                    var (byA, byB) = TOperator.Derivatives(valuesA[atA], valuesB[atB]);
                    if (toA)
                    {
                        da[atA] += dy[i] * byA;
                    }

                    if (toB)
                    {
                        db[atB] += dy[i] * byB;
                    }
                }
            }
        });
    }

    private readonly struct Plus : IOperator
    {
        public static string Symbol => "+";

        public static float Apply(float a, float b) => a + b;

        public static (float, float) Derivatives(float a, float b) => (1, 1);
    }

    private readonly struct Minus : IOperator
    {
        public static string Symbol => "-";

        public static float Apply(float a, float b) => a - b;

        public static (float, float) Derivatives(float a, float b) => (1, -1);
    }

    private readonly struct Times : IOperator
    {
        public static string Symbol => "*";

        public static float Apply(float a, float b) => a * b;

        public static (float, float) Derivatives(float a, float b) => (b, a);
    }

    private readonly struct Over : IOperator
    {
        public static string Symbol => "/";

        public static float Apply(float a, float b) => a / b;

        public static (float, float) Derivatives(float a, float b) => (1 / b, -a / (b * b));
    }

    private readonly struct Larger : IOperator
    {
        public static string Symbol => "max";

        public static float Apply(float a, float b) => Math.Max(a, b);

        public static (float, float) Derivatives(float a, float b) => a > b ? (1, 0) : a < b ? (0, 1) : (0.5f, 0.5f);
    }
}
