namespace SequenceModels;

/// <summary>Sums and means. They add in double precision, in index order, so that the order of a few words cannot
/// change a mean.</summary>
public partial class Tensor
{
    /// <summary>The sum of all numbers.</summary>
    public Tensor Sum() => Reduce(new Shape(), 1, Shape.Size, 1, divisor: 1);

    /// <summary>The mean of all numbers.</summary>
    public Tensor Mean() => Reduce(new Shape(), 1, Shape.Size, 1, divisor: Shape.Size);

    /// <summary>The sum along one axis, which goes away unless <paramref name="keep"/> leaves it with length
    /// 1.</summary>
    public Tensor Sum(int axis, bool keep = false) => Reduce(Shape.Axis(axis), keep, divisor: 1);

    /// <summary>The mean along one axis, which goes away unless <paramref name="keep"/> leaves it with length
    /// 1.</summary>
    public Tensor Mean(int axis, bool keep = false) => Reduce(Shape.Axis(axis), keep, divisor: Shape[Shape.Axis(axis)]);

    private Tensor Reduce(int axis, bool keep, int divisor)
    {
        var inner = View.RowMajor(Shape)[axis];
        var shape = keep ? Shape.Replace(axis, 1) : Shape.Replace(axis);
        return Reduce(shape, Shape.Size / (inner * Shape[axis]), Shape[axis], inner, divisor);
    }

    /// <summary>y[o, i] = Σ_j x[o, j, i] / divisor.</summary>
    private Tensor Reduce(Shape shape, int outer, int n, int inner, int divisor)
    {
        var (x, y) = (this, new Tensor(shape));
        Span<float> from = x.Values, into = y.Values;
        for (var o = 0; o < outer; o++)
        {
            for (var i = 0; i < inner; i++)
            {
                var sum = 0.0;
                for (var j = 0; j < n; j++)
                {
                    sum += from[(o * n + j) * inner + i];
                }

                into[o * inner + i] = (float)(sum / divisor);
            }
        }

        // dx[o, j, i] += dy[o, i] / divisor
        return y.Recorded([x], () =>
        {
            Span<float> dx = x.Gradient, dy = y.Gradient;
            for (var row = 0; row < outer * n; row++)
            {
                for (var i = 0; i < inner; i++)
                {
                    dx[row * inner + i] += dy[row / n * inner + i] / divisor;
                }
            }
        });
    }
}
