using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using SequenceModels;

namespace Exercises;

/// <summary>What an answer is, before anyone judges it.</summary>
internal static class Answer
{
    private const int Longest = 120;

    /// <summary>Whether there is no answer yet: nothing, an empty text or list, or a tuple with such a part.</summary>
    public static bool IsMissing(object? answer) => answer switch
    {
        null => true,
        string text => string.IsNullOrWhiteSpace(text),
        ITuple tuple => Enumerable.Range(0, tuple.Length).Any(index => IsMissing(tuple[index])),
        ICollection { Count: 0 } => true,
        _ => false
    };

    /// <summary>Whether both say the same: as numbers, but for float32's last digits; as text, but for case.</summary>
    public static bool Agree(object answer, object expected) => Numbers.Of(expected) is { } wanted
        ? Read(answer, expected) is { } got && NumberComparison.Holds(got, wanted)
        : string.Equals(Word(answer), Word(expected), StringComparison.OrdinalIgnoreCase);

    /// <summary>The numbers of an answer. Of typed text that may mean several, those that are expected; and nobody has
    /// to type brackets.</summary>
    public static Numbers? Read(object? answer, object expected)
    {
        if (answer is not string text || Numbers.Of(expected) is not { } wanted)
        {
            return Numbers.Of(answer);
        }

        Numbers[] readings = [.. TypedNumbers.Readings(text).Select(reading =>
            reading.Values.Length == wanted.Values.Length ? reading with { Shape = wanted.Shape } : reading)];
        return readings.FirstOrDefault(reading => NumberComparison.Holds(reading, wanted)) ?? readings.FirstOrDefault();
    }

    /// <summary>An answer as a student would write it, shortened if it is long.</summary>
    public static string Text(object? answer)
    {
        var text = Whole(answer);
        return text.Length <= Longest ? text : $"{text[..Longest]} …";
    }

    /// <summary>A difference, to as many digits as tell something.</summary>
    public static string Short(double value) => value.ToString("G2", CultureInfo.InvariantCulture);

    private static string Word(object answer) => answer switch
    {
        true or "y" or "Y" => "yes",
        false or "n" or "N" => "no",
        _ => Text(answer).Trim('"', '\'', '.', '!', ' '),
    };

    private static string Whole(object? answer) => answer switch
    {
        null => "nothing",
        string text => text.Trim(),
        ITuple tuple => List(Enumerable.Range(0, tuple.Length).Select(index => tuple[index])),
        Tensor or IFormattable => Convert.ToString(answer, CultureInfo.InvariantCulture)!,
        IEnumerable items => List(items.Cast<object?>()),
        _ => answer.ToString() ?? ""
    };

    private static string List(IEnumerable<object?> items) =>
        $"({string.Join(", ", items.Take(Longest).Select(Whole))})";
}
