using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;
using SequenceModels;

namespace Exercises;

/// <summary>
/// An answer in any numeric form (number, tuple, list, array, tensor, matrix, the text "(2, 10)") as shape and values.
/// </summary>
/// <param name="Shape">The length of each axis; none for a single number.</param>
/// <param name="Values">The numbers, the last axis fastest.</param>
public sealed record Numbers(int[] Shape, double[] Values)
{
    private const int Most = 1_000_000; // a list may have no end

    /// <summary>The value with this number, counted from 0.</summary>
    public double this[int index] => Values[index];

    /// <summary>The largest magnitude: what "close" is measured against.</summary>
    public double Scale => Values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();

    /// <summary>The shape without axes of length 1: a row of three is as good as three numbers.</summary>
    public int[] Squeezed => [.. Shape.Where(length => length != 1)];

    /// <summary>The shape as a student reads it: (2, 10).</summary>
    public string ShapeText => $"({string.Join(", ", Shape)})";

    /// <summary>Reads an answer; null if it isn't made of numbers alone, or not rectangular.</summary>
    public static Numbers? Of(object? answer) => answer switch
    {
        Tensor tensor => new([.. tensor.Shape], [.. tensor.ToArray()]),
        Shape shape => Of(shape.Lengths.ToArray()),
        Matrix<float> matrix => Of(matrix.ToArray()),
        Matrix<double> matrix => Of(matrix.ToArray()),
        string text => TypedNumbers.Readings(text).FirstOrDefault(),
        Array { Rank: > 1 } array => Of(array.Cast<object?>()) is { } flat
            ? flat with { Shape = [.. Enumerable.Range(0, array.Rank).Select(array.GetLength)] }
            : null,
        ITuple tuple => Stack(Enumerable.Range(0, tuple.Length).Select(index => Of(tuple[index]))),
        IEnumerable items => Stack(items.Cast<object?>().Select(Of)),
        bool yes => new([], [yes ? 1 : 0]),
        IConvertible number when number.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal =>
            new([], [number.ToDouble(CultureInfo.InvariantCulture)]),
        _ => null
    };

    /// <summary>Where the value with this number stands, counted from 0 along each axis: [1, 2].</summary>
    public string Place(int number)
    {
        var place = new int[Shape.Length];
        for (var axis = Shape.Length - 1; axis >= 0; axis--)
        {
            (number, place[axis]) = Math.DivRem(number, Shape[axis]);
        }

        return $"[{string.Join(", ", place)}]";
    }

    /// <summary>The same shape with each value changed.</summary>
    public Numbers Select(Func<double, double> change) => this with { Values = [.. Values.Select(change)] };

    internal static Numbers? Stack(IEnumerable<Numbers?> items)
    {
        var all = items.Take(Most).ToArray();
        return all is [{ } first, ..] && all.All(item => item is not null && item.Shape.SequenceEqual(first.Shape))
            ? new([all.Length, .. first.Shape], [.. all.SelectMany(item => item!.Values)])
            : null;
    }
}
