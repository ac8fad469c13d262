using Plotly.NET;

namespace SequenceModels.Charts;

public static partial class Show
{
    /// <summary>Sentences word by word below the right one, and at which places they are right.</summary>
    /// <param name="target">The right words.</param>
    /// <param name="written">A name, and the words written.</param>
    /// <exception cref="ArgumentException">There is no right word, or no sentence to compare.</exception>
    public static GenericChart Written(
        IReadOnlyList<string> target, params (string Name, IReadOnlyList<string> Words)[] written)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(written);
        if (target.Count == 0 || written.Length == 0)
        {
            throw new ArgumentException(
                "There is nothing to compare: give the right words, and a sentence by its name.",
                target.Count == 0 ? nameof(target) : nameof(written));
        }

        var places = Math.Max(target.Count, written.Max(sentence => sentence.Words.Count));
        var (trace, axis, height) = WordTable.Draw(
            [("should be", Row(target, isTarget: true)),
                .. written.Select(sentence => (sentence.Name, Row(sentence.Words)))],
            "sentence", -1, Palette.Diverging, "%{y}, place %{x}: %{text}<extra></extra>");
        return Figure.Draw(
            "Word by word",
            "Blue: the right word at its place. Orange, with a cross: another. "
            + "Look along a row to see what follows after the first cross.",
            Figure.Words("place", [.. Enumerable.Range(1, places).Select(place => $"{place}")]), axis, height, trace);

        IReadOnlyList<(string, double)?> Row(IReadOnlyList<string> words, bool isTarget = false) =>
            [.. Enumerable.Range(0, places).Select(place => place < words.Count ? Cell(words, place, isTarget) : null)];

        (string, double)? Cell(IReadOnlyList<string> words, int place, bool isTarget)
        {
            var (word, right) = (Figure.Text(words[place]), place < target.Count && words[place] == target[place]);
            return isTarget ? (word, 0) : right ? (word, -0.5) : ($"{word}<br>✗", 0.5);
        }
    }
}
