using System.Globalization;
using Plotly.NET;
using SequenceModels.Models;
using SequenceModels.Tasks;

namespace SequenceModels.Charts;

public static partial class Show
{
    /// <summary>What a decoder had in mind at each step: its most probable words.</summary>
    /// <param name="translation">What it wrote.</param>
    /// <param name="vocabulary">The words of the target.</param>
    /// <param name="count">How many words a step.</param>
    /// <exception cref="ArgumentException">Nothing was written, or the vocabulary is that of other words.</exception>
    public static GenericChart TopWords(Translation translation, Vocabulary vocabulary, int count = 3)
    {
        ArgumentNullException.ThrowIfNull(translation);
        ArgumentNullException.ThrowIfNull(vocabulary);
        if (translation.Steps.Count == 0)
        {
            throw new ArgumentException("The translation has no steps: there is nothing to show.", nameof(translation));
        }

        var words = translation.Steps[0].LogProbabilities.Shape[0];
        if (words != vocabulary.Count)
        {
            throw new ArgumentException(
                $"vocabulary has {vocabulary.Count} words, expected {words}: is it that of the source?",
                nameof(vocabulary));
        }

        var top = translation.Steps.Select(step => step.Top(count)).ToArray();
        var (trace, axis, height) = WordTable.Draw(
            [.. Enumerable.Range(0, top[0].Count).Select(rank => (Rank(rank), Row(rank)))],
            "most probable", 0, Palette.Opening, "after %{x}: %{text}<extra></extra>");
        return Figure.Draw(
            "What the decoder has in mind at each step",
            "A column is a step: under it the word that was read, above it the most probable next words. "
            + "The greener, the more probable. See where two words compete.",
            Figure.Words("the decoder reads", [vocabulary[Vocabulary.BeginOfSentence],
                .. translation.Steps.SkipLast(1).Select(step => vocabulary[step.Token])]),
            axis, height, trace);

        IReadOnlyList<(string, double)?> Row(int rank) => [.. top.Select(step => ((string, double)?)(
            Figure.Text(vocabulary[step[rank].Token])
            + step[rank].Probability.ToString("'<br>'0.00", CultureInfo.InvariantCulture),
            Math.Round(step[rank].Probability, 3)))];
    }

    private static string Rank(int rank) => $"{rank + 1}.";
}
