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
        ArgumentNullException.ThrowIfNull(models);
        var lines = models.Select(model =>
            (model.Name, Points: model.Points.OrderBy(point => point.Step).ToArray())).ToArray();
        if (lines.Length == 0 || lines.Any(line => line.Points.Length == 0))
        {
            throw new ArgumentException(
                "A line needs at least one point. Was the training run before this cell?", nameof(models));
        }

        if (lines.SelectMany(line => line.Points).Any(point => !(point.Bits >= 0 && double.IsFinite(point.Bits))))
        {
            throw new ArgumentException("Bits are numbers from 0 on: the mean of −log₂ p.", nameof(models));
        }

        var last = lines.Max(line => line.Points[^1].Step);
        return Figure.Draw(
            "Bits per character during training",
            string.Create(CultureInfo.InvariantCulture, $"Lower is better. The dashed line, {known:0.0} bits, is reached by ")
                + "knowing how frequent each character is, and nothing of what stands before it.",
            Figure.Axis("training step", ("range", new[] { 0, 1.04 * last })),
            Figure.Axis("bits per character", ("rangemode", "tozero"), ("dtick", 1)),
            300,
            [
                .. lines.Select((line, number) => new Trace("scatter").With(
                    ("name", Figure.Text(line.Name)), ("mode", "lines+markers"), ("showlegend", true),
                    ("x", line.Points.Select(point => point.Step)),
                    ("y", line.Points.Select(point => Math.Round(point.Bits, 3))),
                    ("line", new { color = Palette.Series(number), width = 2.5 }),
                    ("marker", new { color = Palette.Series(number), size = 9, symbol = number }),
                    ("hovertemplate", "step %{x}: %{y:.2f} bits<extra>%{fullData.name}</extra>"))),
                new Trace("scatter").With(
                    ("mode", "lines"), ("showlegend", false), ("hoverinfo", "skip"),
                    ("x", new[] { 0, 1.04 * last }), ("y", new[] { known, known }),
                    ("line", new { color = Palette.Reference, dash = "dash", width = 2 })),
            ]);
    }
}
