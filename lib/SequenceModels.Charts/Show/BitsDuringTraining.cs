using System.Globalization;
using Plotly.NET;

namespace SequenceModels.Charts;

public static partial class Show
{
    /// <summary>How many bits a character costs, measured now and then while models of language are trained.</summary>
    /// <param name="known">What it costs whoever knows how frequent each character is, and nothing else.</param>
    /// <param name="models">A name, and the bits after so many steps.</param>
    /// <exception cref="ArgumentException">No model, one without points, or bits that are negative or no
    /// number.</exception>
    public static GenericChart BitsDuringTraining(
        double known, params (string Name, IEnumerable<(int Step, double Bits)> Points)[] models)
    {
        var lines = DuringTraining(
            models, bits => bits >= 0 && double.IsFinite(bits), "Bits are numbers from 0 on: the mean of −log₂ p.");
        var end = 1.04 * Last(lines);
        return Figure.Draw(
            "Bits per character during training",
            string.Create(CultureInfo.InvariantCulture, $"Lower is better. The dashed line, {known:0.0} bits, is reached by ")
                + "knowing how frequent each character is, and nothing of what stands before it.",
            Figure.Axis("training step", ("range", new[] { 0, end })),
            Figure.Axis("bits per character", ("rangemode", "tozero"), ("dtick", 1)),
            300,
            [
                .. lines.Select((line, number) => Drawn(line, number, "step %{x}: %{y:.2f} bits")),
                new Trace("scatter").With(
                    ("mode", "lines"), ("showlegend", false), ("hoverinfo", "skip"),
                    ("x", new[] { 0, end }), ("y", new[] { known, known }),
                    ("line", new { color = Palette.Reference, dash = "dash", width = 2 })),
            ]);
    }
}
