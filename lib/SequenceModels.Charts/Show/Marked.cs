using Plotly.NET;

namespace SequenceModels.Charts;

public static partial class Show
{
    /// <summary>A chart with one more mark: a star, and what it is beside it.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="what">What the star is.</param>
    /// <param name="x">Where it is, in the units of the chart's first axes.</param>
    /// <param name="y">Its height.</param>
    public static GenericChart Marked(GenericChart chart, string what, double x, double y)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var star = new Trace("scatter").With(
            ("name", Figure.Text(what)), ("showlegend", false), ("mode", "markers+text"),
            ("x", new[] { x }), ("y", new[] { y }),
            ("text", new[] { Figure.Text(what) }), ("textposition", "middle left"), ("cliponaxis", false),
            ("marker", new { symbol = "star", size = 15, color = Palette.Series(3) }));
        return GenericChart.setConfig(
            GenericChart.getConfig(chart),
            GenericChart.setLayout(GenericChart.getLayout(chart), GenericChart.ofTraceObjects(false, GenericChart.getTraces(chart).Append(star))));
    }
}
