using Plotly.NET;

namespace SequenceModels.Charts;

public static partial class Show
{
    /// <summary>Sentences word by word beside the right one, and at which places they are right.</summary>
    /// <param name="target">The right words.</param>
    /// <param name="written">A name, and the words written.</param>
    /// <exception cref="ArgumentException">There is no right word, or no sentence to compare.</exception>
    public static GenericChart WordByWord(
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
            [.. Enumerable.Range(0, places).Select(place => ($"{place + 1}", Row(place)))],
            "place", -1, Palette.Diverging, "%{x}, place %{y}: %{text}<extra></extra>", WordTable.OneLine);
        return Figure.Draw(
            "Word by word",
            "Blue: the right word at its place. Orange, with a cross: another. "
            + "Go down a column to see what follows after the first cross.",
            Figure.Words("sentence", ["should be", .. written.Select(sentence => sentence.Name)]), axis, height, trace);

        IReadOnlyList<(string, double)?> Row(int place) =>
        [
            place < target.Count ? (Figure.Text(target[place]), 0) : null,
            .. written.Select(sentence => place < sentence.Words.Count ? Cell(sentence.Words[place], place) : null)
        ];

        (string, double)? Cell(string word, int place) => place < target.Count && word == target[place]
            ? (Figure.Text(word), -0.5)
            : ($"{Figure.Text(word)} ✗", 0.5);
    }
}
