using System.Collections;
using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;
using NotebookSession.Errors;

namespace NotebookSession.Showing.Values;

/// <summary>A value as text and, where that shows more, as HTML; its items and members are asked for once.</summary>
/// <param name="Text">One line or several.</param>
/// <param name="Html">A table, or null.</param>
internal sealed record Shown(string Text, string? Html = null)
{
    /// <summary>The value in its own words, else as a grid, a table, a list or an object with members.</summary>
    public static Shown Of(object? value) => value switch
    {
        null => new Shown(Formatter.NullString),
        Table table => Of(table),
        _ when Table.Of(value) is { } table => Of(table),
        _ when ShortText.Of(value) is { } text => new Shown(text),
        Array { Rank: > 1 } grid => new Shown(GridText.Of(grid)),
        IEnumerable sequence when value is not IDictionary => OfItems(Items.Of(sequence), sequence),
        ITuple or IEnumerable => new Shown(InlineText.Of(value)),
        _ => OfObject(value),
    };

    private static Shown Of(Table table) => new(table.ToText(), table.ToHtml());

    private static Shown OfItems(Items items, IEnumerable sequence)
    {
        var isOfLists = items.Shown.Count > 0 && items.Shown.All(item => item is IEnumerable && ShortText.Of(item) is null);
        return Table.OfRows(items) switch
        {
            { } table when items.Shown[0] is ITuple => Of(table) with { Text = InlineText.Of(items, sequence) },
            { } table => Of(table),
            null when isOfLists => new Shown(string.Join('\n', items.Texts(item => InlineText.Of(item, 1)).Prepend(TypeNames.Short(sequence.GetType())))),
            null => new Shown(InlineText.Of(items, sequence)),
        };
    }

    private static Shown OfObject(object value)
    {
        var members = Members.Of(value);
        var name = TypeNames.Short(value.GetType());
        var html = string.Concat(members.Select(member =>
            $"<tr><th>{WebUtility.HtmlEncode(member.Name)}</th><td>{WebUtility.HtmlEncode(InlineText.Of(member.Value, 1))}</td></tr>"));
        return new Shown(
            TypeNames.IsWrittenInOneLine(value.GetType())
                ? InlineText.Of(value)
                : string.Join('\n', members.Select(member => $"  {member.Name}: {InlineText.Of(member.Value, 1)}").Prepend(name)),
            members.Count > 0 ? $"<table>{html}</table>" : null);
    }
}
