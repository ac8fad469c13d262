namespace SequenceModels;

/// <summary>Where the elements of a shape lie in another tensor's memory: element (i, j, …) at offset + i·strides[0] +
/// j·strides[1] + ….</summary>
/// <remarks>Transposing, slicing and broadcasting are one idea: a broadcast axis has stride 0.</remarks>
internal readonly struct View(Shape shape, int offset, int[] strides)
{
    public Shape Shape => shape;

    public int Offset => offset;

    public int[] Strides => strides;

    /// <summary>The strides of a tensor that lies row by row.</summary>
    public static int[] RowMajor(Shape shape)
    {
        var strides = new int[shape.Rank];
        for (int axis = shape.Rank - 1, stride = 1; axis >= 0; stride *= shape[axis--])
        {
            strides[axis] = stride;
        }

        return strides;
    }

    /// <summary>A tensor as it lies.</summary>
    public static View Whole(Shape shape) => new(shape, 0, RowMajor(shape));

    /// <summary>A tensor seen in a larger shape: axes of length 1, and missing leading ones, repeat.</summary>
    public static View Broadcast(Shape from, Shape to)
    {
        var (strides, own) = (new int[to.Rank], RowMajor(from));
        for (var axis = 0; axis < from.Rank; axis++)
        {
            strides[axis + to.Rank - from.Rank] = from[axis] == 1 ? 0 : own[axis];
        }

        return new View(to, 0, strides);
    }

    /// <summary>The shape two operands stretch to, or null when they do not fit: aligned at the last axis, lengths
    /// equal or 1.</summary>
    public static Shape? Common(Shape a, Shape b)
    {
        if (a == b)
        {
            return a;
        }

        var lengths = new int[Math.Max(a.Rank, b.Rank)];
        for (var back = 1; back <= lengths.Length; back++)
        {
            var (x, y) = (back <= a.Rank ? a[^back] : 1, back <= b.Rank ? b[^back] : 1);
            if (x != y && x != 1 && y != 1)
            {
                return null;
            }

            lengths[^back] = Math.Max(x, y);
        }

        return lengths;
    }
}
