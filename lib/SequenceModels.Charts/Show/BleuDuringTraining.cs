using Plotly.NET;

namespace SequenceModels.Charts;

public static partial class Show
{
    /// <summary>BLEU, measured now and then while translators are trained.</summary>
    /// <param name="models">A name, and the BLEU, 0 to 100, after so many steps.</param>
    /// <exception cref="ArgumentException">No model, one without points, or a BLEU outside 0 to 100.</exception>
    public static GenericChart BleuDuringTraining(params (string Name, IEnumerable<(int Step, double Bleu)> Points)[] models)
    {
        var lines = DuringTraining(models, bleu => bleu is >= 0 and <= 100, "BLEU goes from 0 to 100.");
        return Figure.Draw(
            "BLEU during training",
            "Higher is better. 100 would be the translator's own words; the messages were not seen in training.",
            Figure.Axis("training step", ("range", new[] { 0, 1.04 * Last(lines) })),
            Figure.Axis("BLEU", ("rangemode", "tozero")),
            300,
            [.. lines.Select((line, number) => Drawn(line, number, "step %{x}: BLEU %{y:.1f}"))]);
    }
}
