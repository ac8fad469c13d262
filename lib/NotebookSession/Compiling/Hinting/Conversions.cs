using System.Globalization;
using System.Text.RegularExpressions;

namespace NotebookSession.Compiling.Hinting;

/// <summary>A value of one type where another is wanted: how to get from one to the other, where there is one usual way.</summary>
internal static partial class Conversions
{
    private const string AnyNumber = "(sbyte|byte|short|ushort|int|uint|long|ulong|float|double|decimal)";

    // "A → B", and what to write.
    private static readonly (Regex Types, string Hint)[] _ways =
    [
        (Way(@"System\.Threading\.Tasks\.(Value)?Task<(?<value>.+)> → \k<value>"), "The result of a task comes by await: write await before the call."),
        (Way(@"System\.(Collections|Linq)\..+ → .+\[\]"), "A query is no array yet: add .ToArray() at its end."),
        (Way(@"(System\.(Collections|Linq)\..+|.+\[\]) → System\.Collections\.Generic\.List<.+>"), "Add .ToList() at the end."),
        (Way(@"(System\.(Collections|Linq)\..+|.+\[\]) → System\.Collections\.Generic\.HashSet<.+>"), "Add .ToHashSet() at the end."),
        (Way("(double|decimal) → float"), "A {0} doesn't become a float by itself: write (float)x, or 0.5f instead of 0.5."),
        (Way("double → decimal"), "A double doesn't become a decimal by itself: write (decimal)x, or 0.5m instead of 0.5."),
        (Way(@"(?<value>.+)\? → \k<value>"), "The value may be missing (null): write x.Value if it can't be here, or x ?? other."),
        (Way($"string → {AnyNumber}"), "A text doesn't become a number by itself: write {1}.Parse(text)."),
        (Way($"({AnyNumber}|bool|char) → string"), "Write .ToString() after the value, or $\"{{x}}\"."),
        (Way("string → char"), "A char stands in '…', a text in \"…\"."),
        (Way($"{AnyNumber} → bool"), "A condition compares: x == 1 asks, x = 1 assigns."),
        (Way($"{AnyNumber} → {AnyNumber}"), "A value of type {0} doesn't become {1} by itself: write ({1})x, which cuts off what doesn't fit."),
    ];

    /// <summary>The hint for a compiler's message "… convert type (or: from) 'A' to 'B' …", or null.</summary>
    public static string? Hint(string message)
    {
        if (Converted().Match(message) is not { Success: true } types)
        {
            return null;
        }

        var (from, to) = (types.Groups["from"].Value, types.Groups["to"].Value);
        return Array.Find(_ways, way => way.Types.IsMatch($"{from} → {to}")).Hint is { } hint
            ? string.Format(CultureInfo.InvariantCulture, hint, from, to)
            : null;
    }

    private static Regex Way(string types) => new($"^(?:{types})$");

    [GeneratedRegex("convert (?:type|from) '(?<from>[^']+)' to '(?<to>[^']+)'")]
    private static partial Regex Converted();
}
