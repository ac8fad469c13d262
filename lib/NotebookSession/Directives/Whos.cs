using System.Net;
using NotebookSession.Errors;

namespace NotebookSession.Directives;

/// <summary><c>#!whos</c>: the variables that cells have declared, as a table.</summary>
internal static class Whos
{
    private const int LongestValue = 60;

    /// <summary>Name, type and value of each variable.</summary>
    public static MimeBundle Table(IEnumerable<(string Name, object? Value, Type Type)> variables)
    {
        List<string[]> rows = [["Variable", "Type", "Value"], .. variables.Select(Row)];
        var widths = Enumerable.Range(0, 3).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return new MimeBundle
        {
            ["text/plain"] = string.Join('\n', rows.Select(row =>
                string.Join("  ", row.Select((text, column) => text.PadRight(widths[column]))).TrimEnd())),
            ["text/html"] = $"<table>{string.Concat(rows.Select((row, i) => HtmlRow(row, i == 0 ? "th" : "td")))}</table>",
        };
    }

    private static string[] Row((string Name, object? Value, Type Type) variable) =>
        [variable.Name, TypeNames.Short(variable.Type), Text(variable.Value)];

    private static string HtmlRow(string[] row, string tag) =>
        $"<tr>{string.Concat(row.Select(text => $"<{tag}>{WebUtility.HtmlEncode(text)}</{tag}>"))}</tr>";

    private static string Text(object? value)
    {
        try
        {
            var text = TypeNames.Clean(value?.ToString() ?? "<null>").ReplaceLineEndings(" ");
            return text.Length <= LongestValue ? text : text[..(LongestValue - 1)] + "…";
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return $"({error.GetType().Name})";
        }
    }
}
