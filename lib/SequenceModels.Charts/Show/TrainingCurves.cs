using System.Runtime.CompilerServices;
using Plotly.NET;

namespace SequenceModels.Charts;

public static partial class Show
{
    private const int MostPoints = 400;
    private const double Explosion = 5; // times a run's first value

    /// <summary>How a measure went, step by step, for one or more models.</summary>
    /// <param name="measure">What the values are: "loss", "accuracy" (shown in percent) …</param>
    /// <param name="curves">A name and its value at each step, from step 1 on.</param>
    /// <exception cref="ArgumentException">No curve, or one without values.</exception>
    [OverloadResolutionPriority(1)] // [0.7, 0.5] would do for both
    public static GenericChart TrainingCurves(string measure, params (string Name, IEnumerable<double> Values)[] curves)
    {
        ArgumentNullException.ThrowIfNull(curves);
        var runs = curves.Select(curve => (curve.Name, Values: curve.Values.ToArray())).ToArray();
        if (runs.Length == 0 || runs.Any(run => run.Values.Length == 0))
        {
            throw new ArgumentException(
                "A curve needs at least one value. Was the training run before this cell?", nameof(curves));
        }

        var accuracy = measure.Contains("accuracy", StringComparison.OrdinalIgnoreCase);
        var exploded = !accuracy && runs.Any(run =>
            run.Values.Where(double.IsFinite).Any(value => value > Explosion * run.Values[0]));
        return Figure.Draw(
            $"{char.ToUpperInvariant(measure[0])}{measure[1..]} during training",
            SeeCurves(runs, accuracy) + (exploded ? " The axis is logarithmic, or one peak would hide the rest." : ""),
            Figure.Axis("training step", ("dtick", runs.Max(run => run.Values.Length) <= 12 ? 1 : null)),
            Figure.Axis(measure,
                ("range", accuracy ? new[] { -0.02, 1.02 } : null), ("tickformat", accuracy ? ".0%" : null),
                ("rangemode", "tozero"), ("type", exploded ? "log" : null),
                ("exponentformat", exploded ? "power" : null), ("dtick", exploded ? 1 : null)),
            300, runs.Select((run, number) => Curve(run.Name, run.Values, number)));
    }

    /// <inheritdoc cref="TrainingCurves(string, ValueTuple{string, IEnumerable{double}}[])" />
    public static GenericChart TrainingCurves(
        string measure, params (string Name, IEnumerable<float> Values)[] curves) =>
        TrainingCurves(measure, [.. curves.Select(curve => (curve.Name, curve.Values.Select(value => (double)value)))]);

    private static string SeeCurves((string Name, double[] Values)[] runs, bool accuracy)
    {
        var see = accuracy
            ? "Higher is better: see how soon a curve leaves the level of guessing, and whether it does at all."
            : "Lower is better: see how fast each curve falls, and where it stops falling.";
        var broken = runs.Where(run => !run.Values.All(double.IsFinite)).Select(run => $"“{run.Name}”").ToArray();
        return broken.Length == 0
            ? see
            : $"{see} A gap is not a number (NaN or ∞): {string.Join(" and ", broken)} diverged.";
    }

    private static Trace Curve(string name, double[] values, int number)
    {
        var stride = (values.Length + MostPoints - 1) / MostPoints;
        var steps = Enumerable.Range(0, values.Length)
            .Where(step => step % stride == 0 || step == values.Length - 1).ToArray();
        return new Trace("scatter").With(
            ("name", Figure.Text(name)),
            ("showlegend", true),
            ("mode", values.Length == 1 ? "markers" : "lines"),
            ("x", steps.Select(step => step + 1)),
            ("y", steps.Select(step => double.IsFinite(values[step]) ? values[step] : (double?)null)),
            ("line", new { color = Palette.Series(number), width = 2.5 }),
            ("marker", new { color = Palette.Series(number), size = 9 }));
    }
}
