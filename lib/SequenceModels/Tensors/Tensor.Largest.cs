namespace SequenceModels;

/// <summary>The largest numbers, and where they stand.</summary>
public partial class Tensor
{
    /// <summary>The largest number of all; equal ones share the gradient (torch.amax).</summary>
    public Tensor Max() => Reshape(-1).Max(axis: 0);

    /// <summary>The largest number along one axis, which goes away unless <paramref name="keep"/> leaves it with length 1;
    /// equal ones share the gradient (torch.amax).</summary>
    public Tensor Max(int axis, bool keep = false)
    {
        var (x, at) = (this, Shape.Axis(axis));
        var (n, inner) = (Shape[at], View.RowMajor(Shape)[at]);
        var y = new Tensor(keep ? Shape.Replace(at, 1) : Shape.Replace(at));
        Span<float> from = x.Values, largest = y.Values;
        largest.Fill(float.NegativeInfinity);
        for (var i = 0; i < from.Length; i++)
        {
            ref var most = ref largest[Place(i)];
            most = Math.Max(most, from[i]); // NaN stays NaN
        }

        // dx = dy / (how many are the largest) where x = y
        return y.Recorded([x], () =>
        {
            Span<float> x0 = x.Values, dx = x.Gradient, y0 = y.Values, dy = y.Gradient;
            var equals = new int[y0.Length];
            for (var i = 0; i < x0.Length; i++)
            {
                equals[Place(i)] += x0[i] == y0[Place(i)] ? 1 : 0;
            }

            for (var i = 0; i < x0.Length; i++)
            {
                dx[i] += x0[i] == y0[Place(i)] ? dy[Place(i)] / equals[Place(i)] : 0;
            }
        });

        int Place(int i) => i / (n * inner) * inner + i % inner; // of x[o, j, i] in y[o, i]
    }

    /// <summary>Where the largest number along an axis stands (the first of equals); it has no gradient.</summary>
    public Tensor ArgMax(int axis = -1)
    {
        var at = Shape.Axis(axis);
        var (y, inner) = (new Tensor(Shape.Replace(at)), View.RowMajor(Shape)[at]);
        ReadOnlySpan<float> x = Values;
        for (var i = 0; i < y.Shape.Size; i++)
        {
            var (start, best) = (i / inner * Shape[at] * inner + i % inner, 0);
            for (var j = 1; j < Shape[at]; j++)
            {
                best = x[start + j * inner] > x[start + best * inner] ? j : best;
            }

            y.Values[i] = best;
        }

        return y;
    }
}
