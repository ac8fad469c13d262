using System.Globalization;
using Plotly.NET;

namespace SequenceModels.Charts;

public static partial class Show
{
    private const int MostTicks = 12;

    /// <summary>How often each model is right, against a number that makes the task harder: a delay, a
    /// length.</summary>
    /// <param name="what">What the numbers are, with their unit.</param>
    /// <param name="chance">What guessing reaches; without it no line is drawn: nothing is right by accident.</param>
    /// <param name="models">A name, and the accuracy, from 0 to 1, at each number.</param>
    /// <exception cref="ArgumentException">No model, one without points, or an accuracy outside 0 to 1.</exception>
    public static GenericChart AccuracyAgainst(
        string what, double? chance, params (string Name, IEnumerable<(double At, double Accuracy)> Points)[] models)
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
        var margin = Math.Max(0.5, 0.04 * (at[^1] - at[0]));
        double[] ends = [at[0] - margin, at[^1] + margin];
        return Figure.Draw(
            $"Accuracy against {what}",
            chance is { } level
                ? string.Create(CultureInfo.InvariantCulture, $"The dashed line is what guessing reaches, {level:0.#%}: ")
                    + "see where each model is above it."
                : "See from where on each model falls, and how fast.",
            Figure.Axis(what, ("tickmode", at.Length > MostTicks ? null : "array"), ("tickvals", at.Length > MostTicks ? null : at),
                ("range", ends)),
            Figure.Axis("accuracy", ("range", new[] { 0, 1.08 }), ("tickformat", ".0%"), ("dtick", 0.25)),
            300,
            lines.Select((line, number) => new Trace("scatter").With(
                ("name", Figure.Text(line.Name)), ("mode", "lines+markers"), ("showlegend", true),
                ("x", line.Points.Select(point => point.At)),
                ("y", line.Points.Select(point => Math.Round(point.Accuracy, 4))),
                ("line", new { color = Palette.Series(number), width = 2.5 }),
                ("marker", new { color = Palette.Series(number), size = 9, symbol = number }),
                ("hovertemplate", "%{x}: %{y:.1%}<extra>%{fullData.name}</extra>")))
                .Concat(chance is null ? [] : [new Trace("scatter").With(
                    ("mode", "lines"), ("showlegend", false), ("hoverinfo", "skip"),
                    ("x", ends), ("y", new[] { chance, chance }),
                    ("line", new { color = Palette.Reference, dash = "dash", width = 2 }))]));
    }
}
