using SequenceModels.Numerics;

namespace SequenceModels;

/// <summary>Numbers picked or covered by other tensors.</summary>
public partial class Tensor
{
    /// <summary>Rows of this table by number: an embedding lookup. Table (rows, width), indices (…) give (…,
    /// width).</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is not a whole number from 0 to rows − 1.</exception>
    public Tensor Rows(Tensor indices) => Rows(indices, nameof(indices));

    internal Tensor Rows(Tensor indices, string name)
    {
        Expect.Shape(this, ["rows", "width"], "table");
        var (table, (rows, width)) = (this, Shape);
        var at = Expect.Indices(indices, rows, name);
        var y = new Tensor([.. indices.Shape, width]);
        for (var i = 0; i < at.Length; i++)
        {
            table.Values.Slice(at[i] * width, width).CopyTo(y.Values[(i * width)..]);
        }

        // a row's gradient is the sum over the places it was used
        return y.Recorded([table], () =>
        {
            for (var i = 0; i < at.Length; i++)
            {
                Accumulate(y.Gradient.Slice(i * width, width), table.Gradient.Slice(at[i] * width, width));
            }
        });
    }

    /// <summary>The value wherever the mask is not 0, this tensor elsewhere. The mask stretches to this tensor's
    /// shape.</summary>
    /// <exception cref="ArgumentException">The mask does not fit.</exception>
    public Tensor MaskedFill(Tensor mask, float value)
    {
        var (x, y) = (this, new Tensor(Shape));
        var over = new TensorIterator(View.Whole(Shape), Stretched(mask), View.Whole(Shape));
        Pairwise.Apply(new Filled(value), over, x.Values, mask.Values, y.Values);

        // what is covered has no influence
        return y.Recorded([x], () =>
            Pairwise.Share(default(Uncovered), over, x.Values, mask.Values, y.Gradient, x.Gradient, side: 0));
    }

    /// <summary>This tensor wherever the mask is not 0, the other elsewhere (torch.where). The mask stretches to their
    /// shape.</summary>
    /// <exception cref="ArgumentException">The mask or the other tensor does not fit.</exception>
    public Tensor Where(Tensor mask, Tensor other)
    {
        Expect.SameShape(other, Shape);
        var (x, y, chosen) = (this, new Tensor(Shape), mask.Shape == Shape ? mask : mask.Look(Stretched(mask)));
        Span<float> here = x.Values, there = other.Values, into = y.Values, choice = chosen.Values;
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = choice[i] != 0 ? here[i] : there[i];
        }

        // each number's gradient goes to where it came from
        return y.Recorded([x, other], () =>
        {
            var (toX, toOther) = (x.RequiresGrad, other.RequiresGrad);
            Span<float> dx = toX ? x.Gradient : [], dOther = toOther ? other.Gradient : [];
            Span<float> dy = y.Gradient, choice = chosen.Values;
            for (var i = 0; i < dy.Length; i++)
            {
                if (choice[i] != 0 ? toX : toOther)
                {
                    (choice[i] != 0 ? dx : dOther)[i] += dy[i];
                }
            }
        });
    }

    private View Stretched(Tensor mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        return View.Common(mask.Shape, Shape) == Shape ? View.Broadcast(mask.Shape, Shape)
            : throw new ArgumentException(
                $"mask is {mask.Shape}, expected something that stretches to {Shape}.", nameof(mask));
    }

    // All bits set where a mask is 0. Without its sign, 0 is the only float whose bits, less one, are negative.
    private static T IsZero<T>(T mask) where T : unmanaged, ILanes<T> => T.ShiftRight(
        T.SubtractBits(mask & T.Create(BitConverter.Int32BitsToSingle(int.MaxValue)), T.Create(BitConverter.Int32BitsToSingle(1))), 31);

    private readonly struct Filled(float value) : IFunction2
    {
        public T Of<T>(T x, T y) where T : unmanaged, ILanes<T> => T.Select(IsZero(y), x, T.Create(value));
    }

    private readonly struct Uncovered : IFunction3
    {
        public T Of<T>(T x, T y, T z) where T : unmanaged, ILanes<T> => IsZero(z) & x;
    }
}
