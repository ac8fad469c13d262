using Microsoft.DotNet.Interactive.Formatting;
using NotebookSession.Errors;

namespace NotebookSession.Showing.Values;

/// <summary>An array of two or more dimensions: its shape, then its rows with their columns one below the other.</summary>
internal static class GridText
{
    /// <summary>The array as text; of three dimensions or more, one grid for each of the leading indices.</summary>
    public static string Of(Array grid)
    {
        var lengths = Enumerable.Range(0, grid.Rank).Select(grid.GetLength).ToArray();
        var title = $"{TypeNames.Short(grid.GetType().GetElementType()!)}[{string.Join(", ", lengths)}]";
        return string.Join('\n', Blocks(grid, []).Prepend(title));
    }

    /// <summary>Row by row: of three dimensions, arrays of arrays of values.</summary>
    public static object?[] Rows(Array grid) => Rows(grid, []);

    private static object?[] Rows(Array grid, int[] leading) =>
    [
        .. Indices(grid, leading.Length).Select(i => leading.Length + 1 == grid.Rank
            ? grid.GetValue([.. leading, i])
            : Rows(grid, [.. leading, i])),
    ];

    private static IEnumerable<int> Indices(Array grid, int dimension) =>
        Enumerable.Range(grid.GetLowerBound(dimension), grid.GetLength(dimension));

    private static IEnumerable<string> Blocks(Array grid, int[] leading) => leading.Length + 2 == grid.Rank
        ? [.. leading.Length > 0 ? (string[])[$"[{string.Join(", ", leading)}, .., ..]"] : [], .. Aligned(Rows(grid, leading))]
        : Indices(grid, leading.Length).Take(Formatter.ListExpansionLimit).SelectMany(i => Blocks(grid, [.. leading, i]));

    private static IEnumerable<string> Aligned(object?[] rows)
    {
        var items = Items.Of(rows);
        var texts = items.Shown.Select(row => Items.Of((object?[])row!).Texts(value => InlineText.Of(value, 1)).ToArray());
        return [.. TextColumns.Align([.. texts]), .. (items with { Shown = [] }).Texts(_ => "")];
    }
}
