using Plotly.NET;

namespace SequenceModels.Charts;

public static partial class Show
{
    /// <summary>Loss and accuracy by step, one above the other: on what a network learns from, and on what it does
    /// not.</summary>
    /// <param name="curves">On which data, and the loss and accuracy measured there after some steps.</param>
    /// <exception cref="ArgumentException">No curve, or one without points.</exception>
    public static GenericChart Dynamics(
        params (string Name, IEnumerable<(int Step, double Loss, double Accuracy)> Points)[] curves)
    {
        ArgumentNullException.ThrowIfNull(curves);
        var runs = curves.Select(curve => (curve.Name, Points: curve.Points.ToArray())).ToArray();
        if (runs.Length == 0 || runs.Any(run => run.Points.Length == 0))
        {
            throw new ArgumentException(
                "A curve needs at least one point. Was the training run before this cell?", nameof(curves));
        }

        var chart = Figure.Draw(
            "Loss and accuracy during training",
            "A ring marks where a loss is lowest. After the ring of data held out, see what still improves, and what "
                + "does not. The axis of the loss is logarithmic.",
            Figure.Axis("training step", ("anchor", "y2")),
            Figure.Axis("loss", ("domain", new[] { 0.54, 1 }), ("type", "log"), ("dtick", 1)),
            440,
            runs.SelectMany((run, number) => new[]
            {
                Line(run.Name, run.Points, point => point.Loss > 0 ? point.Loss : double.NaN, number, "y"),
                Line(run.Name, run.Points, point => point.Accuracy, number, "y2"),
                Ring(run.Points.MinBy(point => point.Loss), number),
            }));
        var layout = GenericChart.getLayout(chart).With(("yaxis2", Figure.Axis(
            "accuracy", ("domain", new[] { 0, 0.46 }), ("range", new[] { -0.02, 1.02 }), ("tickformat", ".0%"))));
        return GenericChart.setLayout(layout, chart);
    }

    private static Trace Line(
        string name, (int Step, double Loss, double Accuracy)[] points,
        Func<(int Step, double Loss, double Accuracy), double> value, int number, string axis) =>
        new Trace("scatter").With(
            ("name", Figure.Text(name)), ("mode", points.Length == 1 ? "markers" : "lines"), ("yaxis", axis),
            ("showlegend", axis == "y"), ("legendgroup", $"{number}"),
            ("x", points.Select(point => point.Step)),
            ("y", points.Select(point => double.IsFinite(value(point)) ? Math.Round(value(point), 4) : (double?)null)),
            ("line", new { color = Palette.Series(number), width = 2.5 }));

    private static Trace Ring((int Step, double Loss, double Accuracy) lowest, int number) => new Trace("scatter").With(
        ("mode", "markers"), ("showlegend", false), ("legendgroup", $"{number}"), ("hoverinfo", "skip"),
        ("cliponaxis", false),
        ("x", new[] { lowest.Step }), ("y", new[] { lowest.Loss }),
        ("marker", new
        {
            color = Palette.Series(number),
            size = 13,
            symbol = "circle-open",
            line = new { width = 3 }
        }));
}
