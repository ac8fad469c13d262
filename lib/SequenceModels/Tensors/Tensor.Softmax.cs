using SequenceModels.Numerics;

namespace SequenceModels;

/// <summary>Scores made probabilities.</summary>
public partial class Tensor
{
    /// <summary>pᵢ = exp(xᵢ) / Σⱼ exp(xⱼ) along an axis: positive, adding up to 1; a score of −∞ gives exactly 0.</summary>
    public Tensor Softmax(int axis = -1) => AlongLast(axis, static x => x.SoftmaxRows());

    /// <summary>ln softmax(x) along an axis, without leaving the range of float32.</summary>
    public Tensor LogSoftmax(int axis = -1) => AlongLast(axis, static x => x.LogSoftmaxRows());

    private Tensor AlongLast(int axis, Func<Tensor, Tensor> rows) =>
        Shape.Axis(axis) == Shape.Rank - 1 ? rows(this) : rows(Transpose(axis, -1)).Transpose(axis, -1);

    private Tensor SoftmaxRows()
    {
        var (x, p, n) = (this, new Tensor(Shape), Shape[^1]);
        for (var row = 0; row < Shape.Size; row += n)
        {
            Span<float> from = x.Values.Slice(row, n), into = p.Values.Slice(row, n);
            ExpOfDifference(from, Largest(from), into);
            var sum = (float)Total(into);
            for (var i = 0; i < n; i++)
            {
                into[i] /= sum;
            }
        }

        return p.Recorded([x], () =>
        {
            // dx += p ⊙ (dp − Σ dp ⊙ p)
            for (var row = 0; row < x.Shape.Size; row += n)
            {
                Span<float> dx = x.Gradient.Slice(row, n), dp = p.Gradient.Slice(row, n), y = p.Values.Slice(row, n);
                var mean = 0.0;
                for (var i = 0; i < n; i++)
                {
                    mean += dp[i] * y[i];
                }

                for (var i = 0; i < n; i++)
                {
                    dx[i] += y[i] * (dp[i] - (float)mean);
                }
            }
        });
    }

    private Tensor LogSoftmaxRows()
    {
        var (x, y, n) = (this, new Tensor(Shape), Shape[^1]);
        for (var row = 0; row < Shape.Size; row += n)
        {
            Span<float> from = x.Values.Slice(row, n), into = y.Values.Slice(row, n);
            var largest = Largest(from);
            ExpOfDifference(from, largest, into);
            var logSum = Elementwise.Log((float)Total(into));
            for (var i = 0; i < n; i++)
            {
                into[i] = from[i] - largest - logSum;
            }
        }

        return y.Recorded([x], () =>
        {
            // dx += dy − softmax(x) Σ dy
            var p = new float[n];
            for (var row = 0; row < x.Shape.Size; row += n)
            {
                Span<float> dx = x.Gradient.Slice(row, n), dy = y.Gradient.Slice(row, n);
                Elementwise.Exp(y.Values.Slice(row, n), p);
                var sum = (float)Total(dy);
                for (var i = 0; i < n; i++)
                {
                    dx[i] += dy[i] - p[i] * sum;
                }
            }
        });
    }

    private static void ExpOfDifference(ReadOnlySpan<float> x, float largest, Span<float> y)
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = x[i] - largest;
        }

        Elementwise.Exp(y, y);
    }

    private static float Largest(ReadOnlySpan<float> x)
    {
        var largest = x[0];
        foreach (var value in x)
        {
            largest = Math.Max(largest, value);
        }

        return largest;
    }

    private static double Total(ReadOnlySpan<float> x)
    {
        var sum = 0.0;
        foreach (var value in x)
        {
            sum += value;
        }

        return sum;
    }
}
