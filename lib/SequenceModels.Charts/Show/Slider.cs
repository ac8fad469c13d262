using Plotly.NET;

namespace SequenceModels.Charts;

/// <summary>A slider under a plot that chooses which traces are seen. It is plotly.js's own: no kernel is asked.</summary>
internal static class Slider
{
    public const int Most = 12;

    /// <summary>The y axis's domain that leaves room for the slider.</summary>
    public static readonly double[] PlotAbove = [0.3, 1];

    /// <summary>Adds the slider, at its first position.</summary>
    /// <param name="chart">Its traces: those always seen, then equally many for each position.</param>
    /// <param name="labels">The positions.</param>
    /// <param name="always">How many are always seen.</param>
    /// <param name="each">How many belong to each position.</param>
    public static GenericChart Choose(GenericChart chart, IReadOnlyList<string> labels, int always, int each)
    {
        bool IsSeen(int trace, int position) => trace < always || (trace - always) / each == position;
        var traces = GenericChart.getTraces(chart).ToArray();
        for (var trace = 0; trace < traces.Length; trace++)
        {
            traces[trace].With(("visible", IsSeen(trace, 0)));
        }

        var slider = new
        {
            active = 0,
            x = 0.06,
            len = 0.86,
            y = 0.1,
            yanchor = "top",
            pad = new { t = 0, b = 0 },
            bgcolor = Palette.Series(0),
            activebgcolor = Palette.Series(0),
            currentvalue = new { prefix = "", xanchor = "left" },
            steps = labels.Select((label, position) => new
            {
                label = Figure.Text(label),
                method = "update",
                args = new object[]
                    { new { visible = Enumerable.Range(0, traces.Length).Select(trace => IsSeen(trace, position)) } }
            })
        };
        return GenericChart.setLayout(GenericChart.getLayout(chart).With(("sliders", new[] { slider })), chart);
    }
}
