using System.Collections;
using System.Data;
using System.Net;
using System.Runtime.CompilerServices;

namespace NotebookSession.Showing.Values;

/// <summary>Rows that have the same columns: a list of records or of dictionaries, a dictionary, a data table.</summary>
/// <param name="Columns">Their names.</param>
/// <param name="Rows">A row's values, in the order of the columns.</param>
/// <param name="More">Empty, or words for the rows that are left out.</param>
internal sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows, string More)
{
    private static readonly Verbatim _nothing = new("", "text/plain"); // where an item lacks a field that others have

    /// <summary>The value as a table, or null if it isn't one.</summary>
    public static Table? Of(object value) => value switch
    {
        DataTable data => OfData(data.DefaultView),
        DataView data => OfData(data),
        _ when DataFrames.TableOf(value) is { } frame => frame,
        IDictionary { Count: > 0 } pairs when Items.Of(pairs.Keys) is var keys => new Table(
            ["Key", "Value"], [.. keys.Shown.Select(key => (object?[])[key, pairs[key!]])], keys.More),
        _ => null,
    };

    /// <summary>The sequence as a table, if need be of one column.</summary>
    public static Table Of(IEnumerable sequence) => Of((object)sequence)
        ?? (Items.Of(sequence) is var items && OfRows(items) is { } rows ? rows
            : new Table(["value"], [.. items.Shown.Select(item => (object?[])[item])], items.More));

    /// <summary>As text: names, a rule, rows.</summary>
    public string ToText()
    {
        var rows = Rows.Select(row => row.Select(Cell).ToArray()).ToList();
        var rules = Columns.Select((name, i) => new string('-', rows.Select(row => row[i].Length).Append(name.Length).Max())).ToArray();
        var lines = TextColumns.Align([[.. Columns], rules, .. rows], header: 2);
        return string.Join('\n', More.Length > 0 ? [.. lines, $"... ({More})"] : lines);
    }

    /// <summary>As HTML.</summary>
    public string ToHtml()
    {
        var head = string.Concat(Columns.Select(name => $"<th>{WebUtility.HtmlEncode(name)}</th>"));
        var body = string.Concat(Rows.Select(row => $"<tr>{string.Concat(row.Select(HtmlCell))}</tr>"));
        var more = More.Length > 0 ? $"<tr><td colspan=\"{Columns.Count}\">… {More}</td></tr>" : "";
        return $"<table><thead><tr>{head}</tr></thead><tbody>{body}{more}</tbody></table>";
    }

    private static string HtmlCell(object? value) =>
        $"<td>{Registrations.Format(value, "text/html") ?? WebUtility.HtmlEncode(Cell(value))}</td>";

    private static string Cell(object? value) => InlineText.Of(value, 1).ReplaceLineEndings(" ");

    private static Table OfData(DataView data)
    {
        var items = Items.Of(data);
        var columns = data.Table!.Columns.Cast<DataColumn>().Select(column => column.ColumnName).ToList();
        return new Table(columns, [.. items.Shown.Cast<DataRowView>().Select(row =>
            row.Row.ItemArray.Select(cell => cell is DBNull ? null : cell).ToArray())], items.More);
    }

    /// <summary>Items that have fields as a table, or null.</summary>
    public static Table? OfRows(Items items)
    {
        var rows = items.Shown.Select(item => item is null ? [] : FieldsOf(item)).ToList();
        if (rows.Count == 0 || rows.Any(row => row is null) || rows.All(row => row is []))
        {
            return null;
        }

        List<string> columns = [.. rows.SelectMany(row => row!).Select(field => field.Name).Distinct()];
        return new Table(columns, [.. rows.Select(row => columns.Select(name =>
            row!.Where(field => field.Name == name).Select(field => field.Value).FirstOrDefault(_nothing)).ToArray())], items.More);
    }

    private static IReadOnlyList<(string Name, object? Value)>? FieldsOf(object item) => item switch
    {
        ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => ($"Item{i + 1}", tuple[i]))],
        IDictionary fields => [.. fields.Keys.Cast<object>().Select(key => (InlineText.Of(key), fields[key]))],
        IEnumerable => null,
        _ when IsPair(item.GetType()) => Members.Of(item),
        _ when ShortText.Of(item) is not null || Registrations.Has(item, "text/plain") => null,
        _ when Members.Of(item) is { Count: > 0 } members => members,
        _ => null,
    };

    private static bool IsPair(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);
}
