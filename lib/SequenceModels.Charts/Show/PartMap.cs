using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace SequenceModels.Charts;

/// <summary>One of several heatmaps that stand one below the other over the same words.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Table">Its values, (words, units).</param>
/// <param name="Scale">What its scale measures; null for a gate or a value.</param>
internal sealed record PartMap(string Name, float[,] Table, string? Scale = null)
{
    public bool IsGate => Name.Contains("gate", StringComparison.OrdinalIgnoreCase);

    private string Symbol => Figure.Text(Name.Split(',', ':')[0]);

    /// <param name="bound">Where the colours of states end.</param>
    /// <param name="yAxis">The axis of its units.</param>
    /// <param name="withScale">Whether it shows the scale of its colours.</param>
    /// <param name="alone">Whether there is no other scale beside it.</param>
    public Trace Draw(float bound, string yAxis, bool withScale, bool alone) => new Trace("heatmap").With(
        ("z", StateMap.Rows(Table, decimals: 3)), ("yaxis", yAxis),
        ("zmin", IsGate ? 0 : -bound), ("zmax", IsGate ? 1 : bound),
        ("colorscale", IsGate ? Palette.Opening : Palette.Diverging),
        ("showscale", withScale),
        ("colorbar", new
        {
            title = new { text = Scale ?? (IsGate ? "gate" : "value") },
            thickness = 12,
            outlinewidth = 0,
            len = alone ? 1.1 : 0.45,
            y = alone ? 0.5 : IsGate ? 0.76 : 0.24
        }),
        ("xgap", Table.GetLength(0) > 40 ? 0 : 1), ("ygap", Table.GetLength(1) > 12 ? 0 : 1),
        ("hovertemplate", $"%{{x}}, unit %{{y}}<br>{Symbol} = %{{z:.3f}}<extra></extra>"));

    public LinearAxis Axis(double top, double height) => Figure.Axis(
        "unit",
        ("domain", new[] { Math.Max(0, top - height), top }), ("showgrid", false),
        ("range", new[] { Table.GetLength(1) - 0.5, -0.5 }), ("dtick", Math.Max(1, (Table.GetLength(1) + 3) / 4)));

    public object Heading(double top) => new
    {
        text = $"<b>{Figure.Text(Name)}</b>",
        showarrow = false,
        font = new { size = 13 },
        xref = "paper",
        x = 0,
        xanchor = "left",
        yref = "paper",
        y = top,
        yanchor = "bottom"
    };
}
