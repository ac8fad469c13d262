using System.Collections;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;
using NotebookSession.Errors;

namespace NotebookSession.Showing.Values;

/// <summary>A value as text within a line: an item of a list, a field of a record.</summary>
internal static class InlineText
{
    private const int Deepest = 3; // levels of lists and objects within each other

    /// <summary>The text; what lies deeper than can be read is named only.</summary>
    public static string Of(object? value, int depth = 0) => value switch
    {
        null => Formatter.NullString,
        Verbatim verbatim => verbatim.Text,
        _ when depth > 0 && Registrations.Format(value, PlainTextFormatter.MimeType) is { } own => own,
        _ when ShortText.Of(value) is { } text => text,
        _ when depth >= Math.Min(Deepest, Formatter.RecursionLimit) => $"{TypeNames.Short(value.GetType())} …",
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i], depth + 1)))})",
        Array { Rank: > 1 } grid => Of(GridText.Rows(grid), depth),
        IDictionary pairs => $"{{ {Joined(Items.Of(pairs.Keys), key => $"{Of(key, depth + 1)}: {Of(pairs[key!], depth + 1)}")} }}",
        IEnumerable sequence => Of(Items.Of(sequence), sequence, depth),
        _ => OfObject(value, depth),
    };

    /// <summary>A list of which the items are known already.</summary>
    public static string Of(Items items, IEnumerable sequence, int depth = 0)
    {
        var list = items.Shown.Count == 0 ? "[  ]" : $"[ {Joined(items, item => Of(item, depth + 1))} ]";
        return KeyOf(sequence) is { } key ? $"{Of(key, depth + 1)}: {list}" : list;
    }

    private static string Joined(Items items, Func<object?, string> text) =>
        string.Join(", ", items.Shown.Select(text)) + (items.More.Length > 0 ? $" ... ({items.More})" : "");

    // A group of a query: it has a key beside its items.
    private static object? KeyOf(object value) => value.GetType().GetInterfaces()
        .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IGrouping<,>))
        ?.GetProperty("Key")?.GetValue(value);

    private static string OfObject(object value, int depth)
    {
        var members = string.Join(", ", Members.Of(value).Select(member => $"{member.Name} = {Of(member.Value, depth + 1)}"));
        var name = TypeNames.IsAnonymous(value.GetType()) ? "" : TypeNames.Short(value.GetType()) + " ";
        return members.Length > 0 ? $"{name}{{ {members} }}" : name.TrimEnd();
    }
}
