using Plotly.NET;

namespace SequenceModels.Charts;

public static partial class Show
{
    /// <summary>The vector that marks each position, a row each.</summary>
    /// <param name="table">The vectors, (positions, width), such as <c>SinusoidalPositions.Table</c>.</param>
    /// <exception cref="ArgumentException">It is not a table.</exception>
    public static GenericChart Positions(Tensor table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var values = StateMap.Table(table, nameof(table));
        var (positions, width) = (values.GetLength(0), values.GetLength(1));
        return Figure.Draw(
            "The vector of each position",
            "Each row marks one position: look for two rows that are alike. Each column is a wave down the "
            + "page: follow a fast one on the left, and a slow one on the right.",
            Figure.Axis("number in the vector", ("showgrid", false), ("dtick", Math.Max(1, (width + 15) / 16))),
            Figure.Axis("position",
                ("range", new[] { positions - 0.5, -0.5 }), ("showgrid", false),
                ("dtick", Math.Max(1, (positions + 9) / 10))),
            Math.Clamp(positions * 12, 160, 480),
            new Trace("heatmap").With(
                ("z", Enumerable.Range(0, positions).Select(t =>
                    Enumerable.Range(0, width).Select(i => MathF.Round(values[t, i], 3)))),
                ("zmin", -1), ("zmax", 1), ("colorscale", Palette.Diverging),
                ("colorbar", new { title = new { text = "value" }, thickness = 14, outlinewidth = 0 }),
                ("xgap", width > 40 ? 0 : 1), ("ygap", positions > 40 ? 0 : 1),
                ("hovertemplate", "position %{y}, number %{x}<br>%{z:.3f}<extra></extra>")));
    }
}
