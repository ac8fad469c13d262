using System.Runtime.CompilerServices;
using SequenceModels.Numerics;

namespace SequenceModels;

/// <summary>The same numbers in another shape or order.</summary>
public partial class Tensor
{
    /// <summary>The same numbers, row by row, in another shape; one length may be −1, which means "what is
    /// left".</summary>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public Tensor Reshape(params ReadOnlySpan<int> lengths)
    {
        var (x, given) = (this, lengths.ToArray());
        if (Array.IndexOf(given, -1) is >= 0 and var open)
        {
            given[open] = 1;
            given[open] = Shape.Size / Math.Max(1, given.Aggregate(1, (product, length) => product * length));
        }

        var y = given.Aggregate(1L, (product, length) => product * length) == Shape.Size
            ? new Tensor(given)
            : throw new ArgumentException(
                $"{Shape} holds {Shape.Size} numbers, and cannot become ({string.Join(", ", lengths.ToArray())}).",
                nameof(lengths));
        Elementwise.Copy(x.Values, y.Values);
        return y.Recorded([x], () => Accumulate(y.Gradient, x.Gradient));
    }

    /// <summary>Adds an axis of length 1: (4) becomes (1, 4) by Unsqueeze(0) and (4, 1) by Unsqueeze(1) or
    /// Unsqueeze(-1).</summary>
    public Tensor Unsqueeze(int axis)
    {
        var at = axis < 0 ? axis + Shape.Rank + 1 : axis;
        return at >= 0 && at <= Shape.Rank
            ? Reshape([.. Shape.Lengths[..at], 1, .. Shape.Lengths[at..]])
            : throw new ArgumentOutOfRangeException(
                nameof(axis), $"axis is {axis}, expected {-Shape.Rank - 1} to {Shape.Rank} for {Shape}.");
    }

    /// <summary>Takes an axis of length 1 away.</summary>
    /// <exception cref="ArgumentException">The axis is longer.</exception>
    public Tensor Squeeze(int axis) => Shape[Shape.Axis(axis)] == 1
        ? Reshape(Shape.Replace(Shape.Axis(axis)))
        : throw new ArgumentException(
            $"Axis {axis} of {Shape} has {Shape[Shape.Axis(axis)]} elements; only an axis of length 1 can be squeezed.",
            nameof(axis));

    /// <summary>Swaps two axes; by default the last two, which is the matrix transpose.</summary>
    public Tensor Transpose(int first = -2, int second = -1)
    {
        var (i, j, lengths, strides) = (Shape.Axis(first), Shape.Axis(second), Shape.ToArray(), View.RowMajor(Shape));
        (lengths[i], lengths[j], strides[i], strides[j]) = (lengths[j], lengths[i], strides[j], strides[i]);
        return Look(new View(lengths, 0, strides));
    }

    /// <summary>The same numbers, the last first along an axis.</summary>
    public Tensor Flip(int axis)
    {
        var (i, strides) = (Shape.Axis(axis), View.RowMajor(Shape));
        var last = (Shape[i] - 1) * strides[i];
        strides[i] = -strides[i];
        return Look(new View(Shape, last, strides));
    }

    /// <summary>The same numbers repeated along axes of length 1 and new leading ones.</summary>
    /// <exception cref="ArgumentException">The shape does not stretch so.</exception>
    public Tensor Expand(params ReadOnlySpan<int> lengths)
    {
        var shape = new Shape(lengths);
        return View.Common(Shape, shape) == shape
            ? Look(View.Broadcast(Shape, shape))
            : throw new ArgumentException(
                $"{Shape} does not stretch to {shape}: aligned at the last axis, lengths must be equal or 1.",
                nameof(lengths));
    }

    /// <summary>Parts of the tensor: <c>x[0]</c>, <c>x[^1]</c>, <c>x[.., t]</c>, <c>x[1..3, .., 0]</c>. Axes not
    /// mentioned stay whole.</summary>
    /// <exception cref="ArgumentException">There are more slices than axes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A position lies outside.</exception>
    [IndexerName("Part")] // Item() is PyTorch's name for reading a single number
    public Tensor this[params ReadOnlySpan<Slice> slices]
    {
        get
        {
            if (slices.Length > Shape.Rank)
            {
                throw new ArgumentException(
                    $"{slices.Length} positions were given, but {Shape} has {Shape.Rank} axes.", nameof(slices));
            }

            var (offset, own) = (0, View.RowMajor(Shape));
            var (lengths, strides) = (new List<int>(), new List<int>());
            for (var axis = 0; axis < Shape.Rank; axis++)
            {
                Slice slice = axis < slices.Length ? slices[axis] : Range.All;
                var (start, length) = slice.Of(Shape, axis);
                offset += start * own[axis];
                if (!slice.IsSingle)
                {
                    lengths.Add(length);
                    strides.Add(own[axis]);
                }
            }

            return Look(new View(lengths.ToArray(), offset, [.. strides]));
        }
    }

    /// <summary>Copies what a view shows.</summary>
    private unsafe Tensor Look(View view)
    {
        var (x, result, over) = (this, new Tensor(view.Shape), new TensorIterator(view, View.Whole(view.Shape), view));
        fixed (float* from = x.Values, y = result.Values)
        {
            TensorBlocks.Run(over, new Copying(from, y), written: 1);
        }

        // each number's gradient goes back to where it came from
        return result.Recorded([x], () =>
        {
            if (over.ColumnStep(0) == 1)
            {
                Pairwise.Apply(default(Sum), over, x.Gradient, result.Gradient, x.Gradient);
                return;
            }

            Span<float> dx = x.Gradient, dy = result.Gradient;
            for (var (sheet, from) = (0, 0); sheet < over.Sheets; sheet++)
            {
                for (var row = 0; row < over.Rows; row++)
                {
                    var at = over.Start(sheet, row, 0);
                    for (var column = 0; column < over.Columns; column++, at += over.ColumnStep(0))
                    {
                        dx[at] += dy[from++];
                    }
                }
            }
        });
    }

    private readonly unsafe struct Copying(float* from, float* to) : IBlockwise
    {
        public void Run(in TensorBlock block) => Strided.Copy(
            block.Rows, block.Columns, block.At(from, 0).At, block.RowStep(0), block.ColumnStep(0), block.At(to, 1).At);
    }
}
