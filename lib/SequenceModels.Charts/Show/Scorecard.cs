using System.Globalization;
using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace SequenceModels.Charts;

public static partial class Show
{
    private const double ScoreGap = 0.06;

    /// <summary>Models side by side in several measures, each with a scale of its own.</summary>
    /// <param name="measures">What is measured, and how a value is written: "0.0%", "N0".</param>
    /// <param name="models">A name, and a value for each measure.</param>
    /// <exception cref="ArgumentException">No measure or no model, one without a value for each measure, or a value
    /// that is negative or no number.</exception>
    public static GenericChart Scorecard(
        IReadOnlyList<(string Name, string Format)> measures, params (string Name, double[] Values)[] models)
    {
        ArgumentNullException.ThrowIfNull(measures);
        ArgumentNullException.ThrowIfNull(models);
        if (measures.Count == 0 || models.Length == 0)
        {
            throw new ArgumentException("There is no measure or no model to show.", nameof(models));
        }

        if (Array.Find(models, model => model.Values.Length != measures.Count
            || model.Values.Any(value => value is not (>= 0 and < double.PositiveInfinity))) is ({ } name, var values))
        {
            throw new ArgumentException(
                $"{name} has {values.Length} values, expected {measures.Count}, one a measure and none below 0.",
                nameof(models));
        }

        var chart = Figure.Draw(
            "Scorecard of this session",
            "All of it was measured in this notebook. Each column has its own scale: compare bars down a column only.",
            Score(measures, models, 0),
            Figure.Words("model", [.. models.Select(model => model.Name)])
                .With(("range", new[] { models.Length - 0.5, -0.5 })),
            Math.Clamp(models.Length * 56, 120, 400),
            measures.Select((measure, number) => new Trace("bar").With(
                ("orientation", "h"), ("xaxis", Name("x", number)), ("showlegend", false),
                ("x", models.Select(model => Math.Round(model.Values[number], 4))),
                ("width", Enumerable.Repeat(0.6, models.Length)),
                ("marker", new { color = models.Select((_, model) => Palette.Series(model)) }),
                ("text", models.Select(model =>
                    model.Values[number].ToString(measure.Format, CultureInfo.InvariantCulture))),
                ("textposition", "outside"), ("cliponaxis", false), ("hovertemplate", "%{text}<extra></extra>"))));
        var layout = GenericChart.getLayout(chart);
        for (var number = 1; number < measures.Count; number++)
        {
            layout.With((Name("xaxis", number), Score(measures, models, number)));
        }

        return GenericChart.setLayout(layout, chart);
    }

    private static LinearAxis Score(
        IReadOnlyList<(string Name, string Format)> measures, (string Name, double[] Values)[] models, int number)
    {
        var width = (1 - ScoreGap * (measures.Count - 1)) / measures.Count;
        var left = number * (width + ScoreGap);
        var most = models.Max(model => model.Values[number]);
        return Figure.Axis(
            measures[number].Name,
            ("domain", new[] { left, Math.Min(1, left + width) }), ("range", new[] { 0, most > 0 ? 2.1 * most : 1 }),
            ("title", new { text = Figure.Text(measures[number].Name) }),
            ("showticklabels", false), ("ticks", ""), ("showgrid", false), ("automargin", false));
    }
}
