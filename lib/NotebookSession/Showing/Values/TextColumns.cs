namespace NotebookSession.Showing.Values;

/// <summary>Texts one below the other.</summary>
internal static class TextColumns
{
    /// <summary>One line a row, two spaces between columns. A column of numbers is flush right.</summary>
    /// <param name="rows">As long as each other.</param>
    /// <param name="header">How many of the first rows don't count as numbers.</param>
    public static IReadOnlyList<string> Align(IReadOnlyList<string[]> rows, int header = 0)
    {
        var columns = Enumerable.Range(0, rows.Count == 0 ? 0 : rows[0].Length)
            .Select(i => (Width: rows.Max(row => row[i].Length), IsNumber: rows.Skip(header).All(row => IsNumber(row[i]))))
            .ToArray();
        return [.. rows.Select(row => string.Join("  ", row.Select((text, i) =>
            columns[i].IsNumber ? text.PadLeft(columns[i].Width) : text.PadRight(columns[i].Width))).TrimEnd())];
    }

    private static bool IsNumber(string text) =>
        double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _);
}
