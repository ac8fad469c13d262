namespace Exercises;

/// <summary>Answers that are one part of what is asked for, or put all of it into fewer numbers.</summary>
internal static class PartSlips
{
    /// <summary>A sentence on what the answer is, or null. It has fewer axes than expected.</summary>
    public static string? Find(Numbers answer, Numbers expected) => (answer.Squeezed, expected.Squeezed) switch
    {
        ([], [> 1]) => OfList(answer[0], expected.Values),
        ([], [_, _]) => OfList(answer[0], expected.Values),
        ([var n], [var rows, var columns]) => OfTable(answer.Values, [.. expected.Values.Chunk(columns)], n == columns, n == rows),
        _ => null,
    };

    private static string? OfList(double answer, double[] expected)
    {
        var at = Array.FindIndex(expected, value => Same([answer], [value]));
        return Same([answer], [expected.Sum()]) ? "that is the sum of the numbers asked for."
            : Same([answer], [expected.Average()]) ? "that is the mean of the numbers asked for."
            : at >= 0 ? "that is one of the numbers asked for. Give all of them."
            : null;
    }

    private static string? OfTable(double[] answer, double[][] rows, bool isRow, bool isColumn)
    {
        double[][] columns = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Select(row => row[column]).ToArray())];
        return isRow && rows.Any(row => Same(answer, row)) ? "that is one row of it. Give all of them."
            : isColumn && columns.Any(column => Same(answer, column)) ? "that is one column of it. Give all of them."
            : isRow && Same(answer, [.. columns.Select(column => column.Sum())]) ? "that is the sum of its rows."
            : isColumn && Same(answer, [.. rows.Select(row => row.Sum())]) ? "that is the sum of its columns."
            : isRow && Same(answer, [.. columns.Select(column => column.Average())]) ? "that is the mean of its rows."
            : isColumn && Same(answer, [.. rows.Select(row => row.Average())]) ? "that is the mean of its columns."
            : null;
    }

    private static bool Same(double[] answer, double[] expected) =>
        NumberComparison.Holds(new([answer.Length], answer), new([expected.Length], expected));
}
