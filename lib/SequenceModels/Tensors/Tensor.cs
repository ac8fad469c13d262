using System.Diagnostics.CodeAnalysis;

namespace SequenceModels;

/// <summary>Numbers in a rectangular block of any number of axes, which remember how they were computed.</summary>
/// <remarks>
/// float32, row by row, always contiguous. Operations follow PyTorch in name, broadcasting and meaning; each stands
/// beside its derivative, which <see cref="Backward"/> uses.
/// </remarks>
public partial class Tensor
{
    private readonly Workspace? _workspace;
    private float[]? _memory;

    /// <summary>A tensor with undefined content, in the memory of the current training step if there is one.</summary>
    internal Tensor(Shape shape)
        : this(shape, Workspace.Current)
    {
    }

    private Tensor(Shape shape, Workspace? workspace)
    {
        Shape = shape;
        _workspace = workspace;
        _memory = workspace?.Lend(this) ?? new float[shape.Size];
    }

    /// <summary>A tensor of its own, outside any training step: what parameters are.</summary>
    private protected Tensor(Tensor values)
        : this(values.Shape, workspace: null) => values.Values.CopyTo(Values);

    /// <summary>The lengths of the axes.</summary>
    public Shape Shape { get; }

    /// <summary>The numbers, row by row.</summary>
    internal Span<float> Values => _memory is { } memory
        ? memory.AsSpan(0, Shape.Size)
        : throw new InvalidOperationException(
            $"This {Shape} tensor belonged to a training step that has ended, and its memory has been used again. "
            + "Inside the step, keep numbers with ToArray() or Item(), or a tensor with Detach().");

    /// <summary>The only number of a tensor that has one.</summary>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public float Item() => Shape.Size == 1
        ? Values[0]
        : throw new InvalidOperationException(
            $"Item() reads a single number, and this tensor is {Shape}: pick one, as in x[0, ^1].");

    /// <summary>A copy of the numbers, row by row.</summary>
    public float[] ToArray() => Values.ToArray();

    /// <summary>Whether all numbers agree: |a − b| ≤ absolute + relative·|b| (torch.allclose); NaN agrees with
    /// nothing.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public bool AllClose(Tensor other, float relative = 1e-5f, float absolute = 1e-8f)
    {
        Expect.SameShape(other, Shape);
        for (var i = 0; i < Shape.Size; i++)
        {
            var (a, b) = (Values[i], other.Values[i]);
            if (a != b && !(Math.Abs(a - b) <= absolute + relative * Math.Abs(b)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Overwrites the numbers: setting a weight by hand, loading a model (PyTorch's copy_).</summary>
    /// <exception cref="ArgumentException">The shape differs.</exception>
    /// <exception cref="InvalidOperationException">The tensor was computed, so a new value would not match its
    /// history.</exception>
    public void CopyFrom([NotNull] Tensor values)
    {
        Expect.SameShape(values, Shape);
        if (IsComputed)
        {
            throw new InvalidOperationException(
                "Only parameters and inputs can be overwritten; this tensor is the result of a computation.");
        }

        values.Values.CopyTo(Values);
    }

    /// <summary>Called by the workspace when the step ends.</summary>
    internal float[] GiveBack()
    {
        var memory = _memory!;
        (_memory, _backward, _parents, Grad) = (null, null, [], null);
        return memory;
    }
}
