namespace Exercises;

/// <summary>What to say about an answer of another shape than expected.</summary>
internal static class ShapeSlips
{
    public static string Find(Numbers answer, Numbers expected)
    {
        var (got, wanted) = (answer.Squeezed, expected.Squeezed);
        var why = (got, wanted) switch
        {
            ([var rows, var columns], [var m, var n])
                when (rows, columns) == (n, m) && IsTransposed(answer, expected, rows, columns)
                => ": the numbers are right, but rows and columns are swapped.",
            _ when got.Order().SequenceEqual(wanted.Order()) => ": swapped axes?",
            _ when answer.Values.Length == expected.Values.Length && NumberComparison.Of(answer, expected).IsClose
                => ": the numbers are right, they only need that shape.",
            _ when Differing(got, wanted) is [var axis] && Math.Abs(got[axis] - wanted[axis]) == 1
                => $": one too {(got[axis] > wanted[axis] ? "many" : "few")}. Off by one?",
            _ => PartSlips.Find(answer, expected) is { } part ? $": {part}" : "."
        };
        return $"the shape is {answer.ShapeText}, expected {expected.ShapeText}{why}";
    }

    private static int[] Differing(int[] got, int[] wanted) => got.Length == wanted.Length
        ? [.. Enumerable.Range(0, got.Length).Where(axis => got[axis] != wanted[axis])]
        : [];

    private static bool IsTransposed(Numbers answer, Numbers expected, int rows, int columns)
    {
        var transposed = Enumerable.Range(0, columns)
            .SelectMany(column => Enumerable.Range(0, rows).Select(row => answer[row * columns + column]));
        return NumberComparison.Of(answer with { Values = [.. transposed] }, expected).IsClose;
    }
}
