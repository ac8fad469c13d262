using System.Text.RegularExpressions;
using Plotly.NET;

namespace SequenceModels.Charts;

public static partial class Show
{
    /// <summary>Two sentences as a network without order sees them: how often each word occurs.</summary>
    /// <param name="first">A sentence; case and punctuation don't count.</param>
    /// <param name="second">Another.</param>
    /// <exception cref="ArgumentException">Neither sentence has a word.</exception>
    public static GenericChart BagOfWords(string first, string second)
    {
        string[] one = WordsOf(first), other = WordsOf(second);
        var words = one.Union(other).ToArray();
        if (words.Length == 0)
        {
            throw new ArgumentException("Neither sentence has a word, so both bags are empty.", nameof(first));
        }

        var counts = words
            .Select(word => (Word: word, One: one.Count(word.Equals), Other: other.Count(word.Equals))).ToArray();
        var see = SeeBags(counts, one.SequenceEqual(other));
        return counts.All(count => count.One == count.Other) ? SameBag(see, one, other) : Figure.Draw(
            "Two sentences as bags of words", see,
            Figure.Words("word", words),
            Figure.Axis("times it occurs", ("dtick", 1), ("rangemode", "tozero")),
            260,
            Bars(first, counts.Select(count => count.One), 0), Bars(second, counts.Select(count => count.Other), 1));
    }

    private static string SeeBags((string Word, int One, int Other)[] counts, bool sameOrder)
    {
        var different = counts.Where(count => count.One != count.Other).Select(count => $"“{count.Word}”").ToArray();
        return different switch
        {
            [] when sameOrder => "The same words in the same order.",
            [] => "The same bag: every word occurs equally often in both. Only the order differs, at the orange places.",
            [var word] => $"Different bags: {word} alone tells them apart, so order isn't needed here.",
            _ => $"Different bags: {string.Join(", ", different[..^1])} and {different[^1]} tell them apart."
        };
    }

    // Bars would all be equal: what is to be seen is the order, which the bag forgets.
    private static GenericChart SameBag(string see, string[] one, string[] other)
    {
        IReadOnlyList<(string, double)?> Cells(string[] words) =>
            [.. words.Select((word, place) => ((string, double)?)(word, one[place] == other[place] ? 0 : 0.5))];
        var (trace, axis, height) = WordTable.Draw(
            [("first", Cells(one)), ("second", Cells(other))],
            "sentence", -1, Palette.Diverging, "%{y}, place %{x}: %{text}<extra></extra>", WordTable.OneLine);
        return Figure.Draw(
            "Two sentences, one bag of words", see,
            Figure.Words("place", [.. Enumerable.Range(1, one.Length).Select(place => $"{place}")]), axis, height, trace);
    }

    private static Trace Bars(string sentence, IEnumerable<int> counts, int number) => new Trace("bar").With(
        ("name", Figure.Text(sentence)),
        ("y", counts),
        ("marker", new
        {
            color = Palette.Series(number),
            pattern = new { shape = number == 0 ? "" : "/", fillmode = "overlay", fgcolor = "white", size = 6 }
        }),
        ("hovertemplate", "%{y} × %{label}<extra>%{fullData.name}</extra>"));

    private static string[] WordsOf(string sentence) =>
        [.. Word().Matches(sentence.ToLowerInvariant()).Select(match => match.Value)];

    [GeneratedRegex(@"[\p{L}\p{N}]+(['’-][\p{L}\p{N}]+)*")]
    private static partial Regex Word();
}
