namespace SequenceModels;

/// <summary>What is taken of one axis: one position (<c>3</c>, <c>^1</c>; the axis goes away) or a range (<c>..</c>,
/// <c>1..3</c>; it stays).</summary>
public readonly struct Slice
{
    private readonly Range _range;

    private Slice(Range range, bool single) => (_range, IsSingle) = (range, single);

    /// <summary>Whether one position is taken, so that the axis goes away.</summary>
    public bool IsSingle { get; }

    /// <summary>A position from the front, or, when negative, from the end (as in PyTorch).</summary>
    public static implicit operator Slice(int position) =>
        position < 0 ? new Index(-position, fromEnd: true) : new Index(position);

    /// <summary>A position.</summary>
    public static implicit operator Slice(Index position) => new(new Range(position, position), single: true);

    /// <summary>A range of positions.</summary>
    public static implicit operator Slice(Range range) => new(range, single: false);

    /// <summary>The first position taken and how many.</summary>
    internal (int Start, int Length) Of(Shape shape, int axis)
    {
        var length = shape[axis];
        var start = _range.Start.GetOffset(length);
        var end = IsSingle ? start + 1 : _range.End.GetOffset(length);
        return start >= 0 && start < end && end <= length
            ? (start, end - start)
            : throw new ArgumentOutOfRangeException(nameof(axis),
                $"{this} is not inside axis {axis} of {shape}, which has {length} elements, counted from 0.");
    }

    /// <summary>As it is written in C#.</summary>
    public override string ToString() => IsSingle ? _range.Start.ToString() : _range.ToString();
}
