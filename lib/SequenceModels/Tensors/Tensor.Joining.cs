namespace SequenceModels;

/// <summary>Several tensors made one.</summary>
public partial class Tensor
{
    /// <summary>Tensors one after the other along an axis that they have (torch.cat); the other axes must
    /// agree.</summary>
    /// <exception cref="ArgumentException">There are none, or their shapes do not fit.</exception>
    public static Tensor Concat(IReadOnlyList<Tensor> tensors, int axis = 0)
    {
        var parts = RequireSome(tensors);
        var (shape, at) = (parts[0].Shape, parts[0].Shape.Axis(axis));
        foreach (var part in parts)
        {
            if (part.Shape.Rank != shape.Rank || part.Shape.Replace(at) != shape.Replace(at))
            {
                throw new ArgumentException(
                    $"{part.Shape} does not join {shape} along axis {axis}: the other axes must agree.", nameof(tensors));
            }
        }

        var y = new Tensor(shape.Replace(at, parts.Sum(part => part.Shape[at])));
        var lengths = Array.ConvertAll(parts, part => View.RowMajor(part.Shape)[at] * part.Shape[at]);
        foreach (var (part, mine, joint) in Blocks())
        {
            part.Values[mine].CopyTo(y.Values[joint]);
        }

        return y.Recorded(parts, () =>
        {
            foreach (var (part, mine, joint) in Blocks().Where(block => block.Part.RequiresGrad))
            {
                Accumulate(y.Gradient[joint], part.Gradient[mine]);
            }
        });

        // Each index of the axes before the joint one gives a block of every part in turn.
        IEnumerable<(Tensor Part, Range Mine, Range Joint)> Blocks()
        {
            var joint = 0;
            for (var outer = 0; joint < y.Shape.Size; outer++)
            {
                for (var i = 0; i < parts.Length; i++)
                {
                    var length = lengths[i];
                    yield return (parts[i], (outer * length)..((outer + 1) * length), joint..(joint += length));
                }
            }
        }
    }

    /// <summary>Tensors of one shape side by side along a new axis (torch.stack).</summary>
    /// <exception cref="ArgumentException">There are none, or their shapes differ.</exception>
    public static Tensor Stack(IReadOnlyList<Tensor> tensors, int axis = 0) =>
        Concat(Array.ConvertAll(RequireSome(tensors), tensor => tensor.Unsqueeze(axis)), axis);

    private static Tensor[] RequireSome(IReadOnlyList<Tensor> tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        return tensors.Count > 0 ? [.. tensors]
            : throw new ArgumentException("tensors is empty, expected at least one.", nameof(tensors));
    }
}
