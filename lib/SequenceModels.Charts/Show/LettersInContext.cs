using System.Globalization;
using Plotly.NET;
using SequenceModels.Probes;

namespace SequenceModels.Charts;

public static partial class Show
{
    private const int TextColors = 6; // the seventh, yellow, is hard to read as a letter on white

    /// <summary>The contexts of words of one length, in the plane in which they differ most, each drawn as one of its
    /// letters. A slider chooses which.</summary>
    /// <param name="words">The words, as long as each other: 2 to 12 letters.</param>
    /// <param name="contexts">What an encoder keeps of each, (words, hidden).</param>
    /// <exception cref="ArgumentException">The words have different lengths, or there is not a context for
    /// each.</exception>
    public static GenericChart LettersInContext(IReadOnlyList<string> words, Tensor contexts)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(contexts);
        var length = Require(words, contexts);
        var components = PrincipalComponents.Of(contexts);
        var plane = components.Project(contexts);
        double[] Along(int direction) => Array.ConvertAll(plane[.., direction].ToArray(), at => Math.Round(at, 2));
        var (x, y, held) = (Along(0), Along(1), components.Shares[..2].Sum().Item());
        var letters = words.SelectMany(word => word).Distinct().Order().ToList();
        var chart = Figure.Draw(
            $"The contexts of {words.Count} words of {length} letters",
            string.Create(CultureInfo.InvariantCulture,
                $"Each word is drawn as one of its letters. Move the slider: at which place do equal letters lie "
                + $"together? (The plane in which the contexts differ most; it holds {held:0 %} of their variance.)"),
            Figure.Axis("first direction"), Figure.Axis("second direction", ("domain", Slider.PlotAbove)), 460,
            Enumerable.Range(0, length).Select(place => new Trace("scatter").With(
                ("name", $"letter {place + 1}"), ("mode", "text"), ("showlegend", false), ("x", x), ("y", y),
                ("text", words.Select(word => Figure.Text(word[place..(place + 1)]))),
                ("hovertext", words.Select(Figure.Text)),
                ("textfont", new
                {
                    size = 14,
                    color = words.Select(word => Palette.Series(letters.IndexOf(word[place]) % TextColors))
                }),
                ("hovertemplate", "%{hovertext}<extra></extra>"))));
        return Slider.Choose(
            chart, [.. Enumerable.Range(1, length).Select(place => $"letter {place} of {length}")], always: 0, each: 1);
    }

    private static int Require(IReadOnlyList<string> words, Tensor contexts)
    {
        if (words.Count == 0)
        {
            throw new ArgumentException("There are no words, so there is no context to show.", nameof(words));
        }

        int[] lengths = [.. words.Select(word => word.Length).Distinct().Order()];
        if (lengths is not [>= 2 and <= Slider.Most])
        {
            throw new ArgumentException(
                $"words have {string.Join(", ", lengths)} letters, expected all the same, 2 to {Slider.Most}: the "
                + "slider has a place for each letter.", nameof(words));
        }

        return contexts.Shape.Rank == 2 && contexts.Shape[0] == words.Count ? lengths[0] : throw new ArgumentException(
            $"contexts is {contexts.Shape}, expected ({words.Count}, units): one for each word."
            + (contexts.Shape.Rank == 3 ? " Of an encoder's last state, take layer 0: Last.H[0]." : ""),
            nameof(contexts));
    }
}
