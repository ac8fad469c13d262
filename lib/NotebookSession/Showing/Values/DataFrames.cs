using System.Collections;
using System.Globalization;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookSession.Showing.Values;

/// <summary>Data frames of Microsoft.Data.Analysis, of whatever version a notebook asked for: known by the type's name.</summary>
internal static class DataFrames
{
    /// <summary>The frame as a table, or null if it isn't one.</summary>
    public static Table? TableOf(object value)
    {
        if (value.GetType().FullName != "Microsoft.Data.Analysis.DataFrame")
        {
            return null;
        }

        var columns = ((IEnumerable)Get(value, "Columns")).Cast<IEnumerable>().ToList();
        var count = columns.Count == 0 ? 0 : Convert.ToInt64(Get(columns[0], "Length"), CultureInfo.InvariantCulture);
        var shown = (int)Math.Min(count, Formatter.ListExpansionLimit);
        var values = columns.Select(column => column.Cast<object?>().Take(shown).ToArray()).ToList();
        return new Table(
            [.. columns.Select(column => (string)Get(column, "Name"))],
            [.. Enumerable.Range(0, shown).Select(row => values.Select(column => column[row]).ToArray())],
            count > shown ? $"{count - shown} more" : "");
    }

    private static object Get(object value, string property) => value.GetType().GetProperty(property)!.GetValue(value)!;
}
