using System.Globalization;
using System.Text.RegularExpressions;

namespace Exercises;

/// <summary>Numbers that a student has typed: "24,832", "40 %", "2 x 10 x 128", "((1, 0), (0.5, −1))".</summary>
internal static partial class TypedNumbers
{
    /// <summary>What the text may mean, the likeliest first: "24,832" is one number, or else two.</summary>
    public static IEnumerable<Numbers> Readings(string text)
    {
        var typed = text.Trim().TrimEnd('.').Replace('−', '-').Replace("percent", "%", StringComparison.OrdinalIgnoreCase);
        if (Rows().Matches(typed) is { Count: > 1 } rows)
        {
            return Numbers.Stack(rows.Select(row => List(row.Groups[1].Value))) is { } table ? [table] : [];
        }

        var isPercent = typed.EndsWith('%');
        typed = typed.Trim('(', ')', '[', ']', '{', '}', '%', ' ', '~', '≈');
        Numbers?[] readings =
        [
            Thousands().IsMatch(typed) ? List(NoDigit().Replace(typed, "")) : null,
            List(typed),
            DecimalComma().IsMatch(typed) ? List(typed.Replace(',', '.')) : null,
        ];
        var all = readings.OfType<Numbers>();
        return isPercent ? all.SelectMany(it => new[] { it, it.Select(value => value / 100) }) : all;
    }

    private static Numbers? List(string text)
    {
        double?[] values = [.. Separators().Split(text.Trim()).Select(Value)];
        return values switch
        {
            _ when values.Any(value => value is null) => null,
            [{ } one] => new([], [one]),
            _ => new([values.Length], [.. values.Select(value => value!.Value)]),
        };
    }

    private static double? Value(string text) => text.Split('/') switch
    {
        [var number] => Plain(number),
        [var above, var below] => Plain(above) / Plain(below),
        _ => null,
    };

    private static double? Plain(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex(@"[(\[{]([^()\[\]{}]*)[)\]}]")]
    private static partial Regex Rows();

    [GeneratedRegex(@"^-?\d{1,3}([,_' \u00A0\u202F]\d{3})+$")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^-?\d+,\d+$")]
    private static partial Regex DecimalComma();

    [GeneratedRegex("[^-0-9]")]
    private static partial Regex NoDigit();

    [GeneratedRegex(@"\s*(?:[,;×x*·]|\band\b|\s)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Separators();
}
