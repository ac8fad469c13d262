using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace SequenceModels.Charts;

/// <summary>A heatmap whose cells are words.</summary>
internal static class WordTable
{
    public const int OneLine = 28;

    private const int TwoLines = 46, FewColumns = 10;

    /// <summary>Rows of cells: each a word, shown as it is, and a value from least to 1 for its colour; null leaves one
    /// out.</summary>
    public static (Trace Trace, LinearAxis Axis, int Height) Draw(
        IReadOnlyList<(string Name, IReadOnlyList<(string Text, double Value)?> Cells)> rows,
        string title, double least, object[][] colours, string hover, int rowHeight = TwoLines) => (
        new Trace("heatmap").With(
            ("z", rows.Select(row => row.Cells.Select(cell => cell?.Value))),
            ("text", rows.Select(row => row.Cells.Select(cell => cell?.Text ?? ""))),
            ("texttemplate", "%{text}"),
            ("textfont", new { color = "black", size = rows.Max(row => row.Cells.Count) > FewColumns ? 10 : 13 }),
            ("zmin", least), ("zmax", 1), ("colorscale", colours), ("showscale", false),
            ("xgap", 2), ("ygap", 2), ("hovertemplate", hover)),
        Figure.Axis(title,
            ("tickmode", "array"), ("tickvals", Enumerable.Range(0, rows.Count)),
            ("ticktext", rows.Select(row => Figure.Text(row.Name))),
            ("range", new[] { rows.Count - 0.5, -0.5 }), ("showgrid", false)),
        rows.Count * rowHeight);
}
