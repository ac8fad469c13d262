using SequenceModels.Numerics;

namespace SequenceModels;

/// <summary>Scores made probabilities.</summary>
public partial class Tensor
{
    /// <summary>pᵢ = exp(xᵢ) / Σⱼ exp(xⱼ) along an axis: positive, adding up to 1; a score of −∞ gives exactly
    /// 0.</summary>
    public Tensor Softmax(int axis = -1) => AlongLast(axis, static x => x.SoftmaxRows());

    /// <summary>ln softmax(x) along an axis, without leaving the range of float32.</summary>
    public Tensor LogSoftmax(int axis = -1) => AlongLast(axis, static x => x.LogSoftmaxRows());

    private Tensor AlongLast(int axis, Func<Tensor, Tensor> rows) =>
        Shape.Axis(axis) == Shape.Rank - 1 ? rows(this) : rows(Transpose(axis, -1)).Transpose(axis, -1);

    private Tensor SoftmaxRows()
    {
        var (x, p, n) = (this, new Tensor(Shape), Shape[^1]);
        Numerics.Softmax.Rows(x.Values, p.Values, n);
        return p.Recorded([x], () =>
        {
            // dx += p ⊙ (dp − Σ dp ⊙ p)
            for (var row = 0; row < x.Shape.Size; row += n)
            {
                Span<float> dx = x.Gradient.Slice(row, n), dp = p.Gradient.Slice(row, n), y = p.Values.Slice(row, n);
                var mean = Reduction.Dot(dp, y);
                for (var i = 0; i < n; i++)
                {
                    dx[i] += y[i] * (dp[i] - mean);
                }
            }
        });
    }

    private Tensor LogSoftmaxRows()
    {
        var (x, y, n) = (this, new Tensor(Shape), Shape[^1]);
        Numerics.Softmax.LogRows(x.Values, y.Values, n);
        return y.Recorded([x], () =>
        {
            // dx += dy − softmax(x) Σ dy
            Span<float> p = new Tensor(y.Shape).Values, dx = x.Gradient, dy = y.Gradient;
            Elementwise.Exp(y.Values, p);
            Accumulate(dy, dx);
            for (var row = 0; row < p.Length; row += n)
            {
                var sum = Reduction.Sum(dy.Slice(row, n));
                Elementwise.AddScaled(-sum, p.Slice(row, n), dx.Slice(row, n));
            }
        });
    }
}
