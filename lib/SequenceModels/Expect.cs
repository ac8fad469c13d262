using System.Runtime.CompilerServices;
using SequenceModels.Numerics;

namespace SequenceModels;

/// <summary>The checks at the public doors, with messages for students: what came, what was expected, what probably
/// happened.</summary>
internal static class Expect
{
    public static void SameShape(Tensor x, Shape expected, [CallerArgumentExpression(nameof(x))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(x, name);
        if (x.Shape != expected)
        {
            throw new ArgumentException($"{name} is {x.Shape}, expected {expected}.", name);
        }
    }

    /// <summary>Requires a shape such as (batch, length, 64): named axes may have any length, numbered ones must
    /// match.</summary>
    public static void Shape(
        Tensor x, ReadOnlySpan<Axis> expected, [CallerArgumentExpression(nameof(x))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(x, name);
        if (!Fits(x.Shape.Lengths, expected))
        {
            var shape = string.Join(", ", expected.ToArray());
            throw new ArgumentException($"{name} is {x.Shape}, expected ({shape}){Cause(x.Shape, expected)}", name);
        }
    }

    public static void Finite(Tensor x, [CallerArgumentExpression(nameof(x))] string name = "")
    {
        if (NonFinite.IndexIn(x.Values) is >= 0 and var i)
        {
            var found = FormattableString.Invariant($"{name} holds {x.Values[i]} at position {i} (of {x.Shape})");
            throw new ArgumentException($"{found}, expected finite numbers.", name);
        }
    }

    /// <summary>Requires data to be finite. What a network computed may be anything: when training diverges, the
    /// trainer says so, with the step.</summary>
    public static void FiniteData(Tensor x, [CallerArgumentExpression(nameof(x))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(x, name);
        if (!x.IsLearned)
        {
            Finite(x, name);
        }
    }

    public static float Positive(float value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        Require(value > 0 && float.IsFinite(value), name, value, "a finite number above 0");
        return value;
    }

    public static void Positive(int value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        AtLeast(1, value, name);

    public static void AtLeast(int least, int value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value >= least, name, value, FormattableString.Invariant($"at least {least}"));

    public static void Between(
        int least, int most, int value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value >= least && value <= most, name, value, FormattableString.Invariant($"from {least} to {most}"));

    public static void Fraction(float value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(value is >= 0 and < 1, name, value, "from 0 up to, not including, 1");

    public static void Finite(float value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Require(float.IsFinite(value), name, value, "a finite number");

    private static void Require(bool condition, string name, IFormattable value, string expected)
    {
        if (!condition)
        {
            throw new ArgumentOutOfRangeException(name,
                FormattableString.Invariant($"{name} is {value}, expected {expected}."));
        }
    }

    /// <summary>The whole numbers of a tensor of tokens or class labels, each at least 0 and below a limit.</summary>
    public static int[] Indices(Tensor x, int limit, [CallerArgumentExpression(nameof(x))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(x, name);
        var indices = new int[x.Shape.Size];
        var values = x.Values;
        for (var i = 0; i < indices.Length; i++)
        {
            var value = values[i];
            if (!(value >= 0 && value < limit && value == (int)value))
            {
                var found = FormattableString.Invariant($"{name} holds {value} at position {i} (of {x.Shape})");
                throw new ArgumentOutOfRangeException(name, $"{found}, expected a whole number from 0 to {limit - 1}.");
            }

            indices[i] = (int)value;
        }

        return indices;
    }

    private static bool Fits(ReadOnlySpan<int> shape, ReadOnlySpan<Axis> expected)
    {
        for (var axis = 0; axis < shape.Length && shape.Length == expected.Length; axis++)
        {
            if (expected[axis].Length is { } length && length != shape[axis])
            {
                return false;
            }
        }

        return shape.Length == expected.Length;
    }

    private static string Cause(Shape shape, ReadOnlySpan<Axis> expected)
    {
        if (shape.Rank == expected.Length - 1 && Fits(shape.Lengths, expected[1..]))
        {
            return $": is the {expected[0]} axis missing? Unsqueeze(0) adds it.";
        }

        if (shape.Rank == expected.Length)
        {
            for (var (i, lengths) = (0, shape.ToArray()); i < shape.Rank - 1; i++, lengths = shape.ToArray())
            {
                (lengths[i], lengths[^1]) = (lengths[^1], lengths[i]);
                if (Fits(lengths, expected))
                {
                    return $": swapped axes? Transpose({i}, {shape.Rank - 1}) swaps them back.";
                }
            }
        }

        return ".";
    }
}

/// <summary>One axis of an expected shape: a name when any length will do, else the length.</summary>
internal readonly record struct Axis(string Name, int? Length)
{
    public static implicit operator Axis(string name) => new(name, null);

    public static implicit operator Axis(int length) => new(FormattableString.Invariant($"{length}"), length);

    public override string ToString() => Name;
}
