using Plotly.NET;

namespace SequenceModels.Charts;

public static partial class Show
{
    /// <summary>Lines of measurements, each in the order of its steps.</summary>
    /// <exception cref="ArgumentException">No line, one without points, or a value that cannot be.</exception>
    private static (string Name, (int Step, double Value)[] Points)[] DuringTraining(
        (string Name, IEnumerable<(int Step, double Value)> Points)[] models, Predicate<double> canBe, string expected)
    {
        ArgumentNullException.ThrowIfNull(models);
        var lines = Array.ConvertAll(models, model => (model.Name, model.Points.OrderBy(point => point.Step).ToArray()));
        return lines.Length == 0 || lines.Any(line => line.Item2.Length == 0)
            ? throw new ArgumentException(
                "A line needs at least one point. Was the training run before this cell?", nameof(models))
            : lines.All(line => line.Item2.All(point => canBe(point.Value)))
                ? lines
                : throw new ArgumentException(expected, nameof(models));
    }

    private static int Last((string Name, (int Step, double Value)[] Points)[] lines) => lines.Max(line => line.Points[^1].Step);

    private static Trace Drawn((string Name, (int Step, double Value)[] Points) line, int number, string hover) =>
        new Trace("scatter").With(
            ("name", Figure.Text(line.Name)), ("mode", "lines+markers"), ("showlegend", true),
            ("x", line.Points.Select(point => point.Step)),
            ("y", line.Points.Select(point => Math.Round(point.Value, 3))),
            ("line", new { color = Palette.Series(number), width = 2.5 }),
            ("marker", new { color = Palette.Series(number), size = 9, symbol = number }),
            ("hovertemplate", $"{hover}<extra>%{{fullData.name}}</extra>"));
}
