using System.Runtime.CompilerServices;

namespace SequenceModels;

/// <summary>The lengths of a tensor's axes, outermost first: (2, 10, 64) is 2 sequences of 10 vectors of 64
/// numbers.</summary>
/// <remarks>The shape of a single number is (). No axis is ever empty: a batch of nothing is refused where it is
/// made.</remarks>
[CollectionBuilder(typeof(Shape), nameof(Create))]
public readonly struct Shape : IEquatable<Shape>
{
    private readonly int[]? _lengths;

    /// <summary>A shape with the given axis lengths.</summary>
    /// <exception cref="ArgumentException">A length is below 1, or the product does not fit an int.</exception>
    public Shape(params ReadOnlySpan<int> lengths)
    {
        var size = 1L;
        for (var axis = 0; axis < lengths.Length; axis++)
        {
            size *= lengths[axis];
            if (lengths[axis] < 1 || size > Array.MaxLength)
            {
                var limit = lengths[axis] < 1 ? "at least 1 (is the batch empty?)" : $"at most {Array.MaxLength:N0} in all";
                throw new ArgumentException(
                    $"({string.Join(", ", lengths.ToArray())}) is no shape: axis {axis} has {lengths[axis]}, expected {limit}.",
                    nameof(lengths));
            }
        }

        _lengths = lengths.ToArray();
        Extra = (int)size - 1;
    }

    /// <summary>How many axes there are: 0 for a single number, 2 for a matrix.</summary>
    public int Rank => _lengths?.Length ?? 0;

    /// <summary>How many numbers a tensor of this shape holds.</summary>
    public int Size => Extra + 1;

    /// <summary>The axis lengths in order.</summary>
    public ReadOnlySpan<int> Lengths => _lengths;

    /// <summary>The length of one axis: <c>shape[0]</c>, <c>shape[^1]</c>.</summary>
    public int this[Index axis] => this[axis.GetOffset(Rank)];

    /// <summary>The length of one axis, counted from 0.</summary>
    public int this[int axis] => axis >= 0 && axis < Rank
        ? _lengths![axis]
        : throw new ArgumentOutOfRangeException(
            nameof(axis), $"{this} has no axis {axis}: it has {Rank}, counted from 0.");

    private int Extra { get; } // Size − 1, so that default(Shape) is the shape of a single number

    /// <summary>The index of an axis that may be counted from the end: −1 is the last one, as in PyTorch.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public int Axis(int axis) => axis >= -Rank && axis < Rank
        ? (axis + Rank) % Rank
        : throw new ArgumentOutOfRangeException(nameof(axis),
            $"axis is {axis}, but {this} has {(Rank == 0 ? "no axes" : $"axes 0 to {Rank - 1} (or -{Rank} to -1)")}.");

    /// <summary>The lengths as an array.</summary>
    public int[] ToArray() => Lengths.ToArray();

    /// <summary>A shape from its lengths: <c>Shape shape = [2, 3];</c>.</summary>
    public static Shape Create(ReadOnlySpan<int> lengths) => new(lengths);

    /// <summary>This shape with one axis replaced by any number of others.</summary>
    public Shape Replace(int axis, params ReadOnlySpan<int> lengths) =>
        new([.. Lengths[..axis], .. lengths, .. Lengths[(axis + 1)..]]);

    /// <summary>Takes a matrix's shape apart: <c>var (rows, columns) = w.Shape;</c>.</summary>
    public void Deconstruct(out int first, out int second)
    {
        RequireRank(2);
        (first, second) = (this[0], this[1]);
    }

    /// <summary>Takes a sequence's shape apart: <c>var (batch, length, width) = x.Shape;</c>.</summary>
    public void Deconstruct(out int first, out int second, out int third)
    {
        RequireRank(3);
        (first, second, third) = (this[0], this[1], this[2]);
    }

    /// <summary>A shape from its lengths.</summary>
    public static implicit operator Shape(int[] lengths) => new(lengths);

    /// <summary>The lengths, so that a shape can stand where axis lengths are asked for:
    /// <c>Tensor.Zeros(x.Shape)</c>.</summary>
    public static implicit operator ReadOnlySpan<int>(Shape shape) => shape.Lengths;

    /// <summary>Whether both have the same axes.</summary>
    public static bool operator ==(Shape left, Shape right) => left.Equals(right);

    /// <summary>Whether the axes differ.</summary>
    public static bool operator !=(Shape left, Shape right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Shape other) => Lengths.SequenceEqual(other.Lengths);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToArray().Aggregate(17, (hash, length) => unchecked(hash * 31 + length));

    /// <summary>The lengths one by one.</summary>
    public ReadOnlySpan<int>.Enumerator GetEnumerator() => Lengths.GetEnumerator();

    /// <summary>The lengths in round brackets: <c>(2, 10, 64)</c>.</summary>
    public override string ToString() => $"({string.Join(", ", _lengths ?? [])})";

    private void RequireRank(int rank)
    {
        if (Rank != rank)
        {
            throw new InvalidOperationException($"{this} has {Rank} axes, and cannot be taken apart into {rank}.");
        }
    }
}
