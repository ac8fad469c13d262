using System.Runtime.CompilerServices;

namespace SequenceModels.Numerics;

/// <summary>The checks that stand between a span and the pointers behind it.</summary>
internal static class Bounds
{
    public static void Require(
        int actual, int expected, [CallerArgumentExpression(nameof(actual))] string name = "")
    {
        if (actual != expected)
        {
            throw new ArgumentException($"{name} is {actual}, expected {expected}: as many as the result has.");
        }
    }

    /// <summary>Rows of so many columns, <paramref name="stride"/> apart, lie within the span.</summary>
    public static void RequireMatrix(
        ReadOnlySpan<float> values, int rows, int columns, int stride,
        [CallerArgumentExpression(nameof(values))] string name = "")
    {
        if (rows < 0 || columns < 0 || stride < columns
            || (rows > 0 && columns > 0 && (rows - 1L) * stride + columns > values.Length))
        {
            throw new ArgumentException(
                $"{name} has {values.Length} values, expected {rows} rows of {columns}, each {stride} after the one before.");
        }
    }
}
