using SequenceModels.Numerics;

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
        for (var o = 0; o < (inner == 1 ? 1 : outer); o++)
        {
            // Where nothing lies between the numbers of a sum, all sums are like each other.
            var (at, count) = inner == 1 ? (0, outer) : (o * n * inner, inner);
            WideSums.Of(
                x.Values[at..], count, apart: inner == 1 ? n : 1, n, step: inner, divisor, y.Values.Slice(inner == 1 ? 0 : o * inner, count));
        }

        // dx[o, j, i] += dy[o, i] / divisor
        return y.Recorded([x], () =>
        {
            Shape full = [outer, n, inner];
            var over = new TensorIterator(View.Whole(full), View.Broadcast([outer, 1, inner], full), View.Whole(full));
            Pairwise.Apply(new PlusPart(divisor), over, x.Gradient, y.Gradient, x.Gradient);
        });
    }

    private readonly struct PlusPart(float divisor) : IFunction2
    {
        public T Of<T>(T x, T y) where T : unmanaged, ILanes<T> => x + y / T.Create(divisor);
    }
}
