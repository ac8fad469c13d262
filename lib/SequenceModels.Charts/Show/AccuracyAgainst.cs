using System.Globalization;
using Plotly.NET;

namespace SequenceModels.Charts;

public static partial class Show
{
    /// <summary>How often each model is right, against a number that makes the task harder: a delay, a
    /// length.</summary>
    /// <param name="what">What the numbers are, with their unit.</param>
    /// <param name="chance">What guessing reaches.</param>
    /// <param name="models">A name, and the accuracy, from 0 to 1, at each number.</param>
    /// <exception cref="ArgumentException">No model, one without points, or an accuracy outside 0 to 1.</exception>
    public static GenericChart AccuracyAgainst(
        string what, double chance, params (string Name, IEnumerable<(double At, double Accuracy)> Points)[] models)
    {
        ArgumentNullException.ThrowIfNull(models);
        var lines = models.Select(model =>
            (model.Name, Points: model.Points.OrderBy(point => point.At).ToArray())).ToArray();
        if (lines.Length == 0 || lines.Any(line => line.Points.Length == 0))
        {
            throw new ArgumentException(
                "A line needs at least one point. Was the training run before this cell?", nameof(models));
        }

        if (lines.SelectMany(line => line.Points).Any(point => point.Accuracy is not (>= 0 and <= 1)))
        {
            throw new ArgumentException("An accuracy is a share from 0 to 1. Is one given in percent?", nameof(models));
        }

        double[] at = [.. lines.SelectMany(line => line.Points).Select(point => point.At).Distinct().Order()];
        return Figure.Draw(
            $"Accuracy against {what}",
            string.Create(CultureInfo.InvariantCulture,
                $"The dashed line is what guessing reaches, {chance:0.#%}: ")
                + "see where each model falls to it, if it does.",
            Figure.Axis(what, ("tickmode", "array"), ("tickvals", at), ("rangemode", "tozero")),
            Figure.Axis("accuracy", ("range", new[] { 0, 1.08 }), ("tickformat", ".0%"), ("dtick", 0.25)),
            300,
            lines.Select((line, number) => new Trace("scatter").With(
                ("name", Figure.Text(line.Name)), ("mode", "lines+markers"), ("showlegend", true),
                ("x", line.Points.Select(point => point.At)),
                ("y", line.Points.Select(point => Math.Round(point.Accuracy, 4))),
                ("line", new { color = Palette.Series(number), width = 2.5 }),
                ("marker", new { color = Palette.Series(number), size = 9, symbol = number }),
                ("hovertemplate", "%{x}: %{y:.1%}<extra>%{fullData.name}</extra>")))
                .Append(new Trace("scatter").With(
                    ("mode", "lines"), ("showlegend", false), ("hoverinfo", "skip"),
                    ("x", new[] { 0, at[^1] }), ("y", new[] { chance, chance }),
                    ("line", new { color = Palette.Reference, dash = "dash", width = 2 }))));
    }
}
