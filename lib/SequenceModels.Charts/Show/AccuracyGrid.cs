using System.Globalization;
using Plotly.NET;

namespace SequenceModels.Charts;

public static partial class Show
{
    /// <summary>The accuracy of a model at each pair of two settings, trained from several seeds at each.</summary>
    /// <param name="rows">What the first setting is.</param>
    /// <param name="columns">What the second setting is.</param>
    /// <param name="runs">The settings, and the accuracy, from 0 to 1, of every seed.</param>
    /// <exception cref="ArgumentException">No run, a pair that is missing or there twice, or an accuracy outside 0 to
    /// 1.</exception>
    public static GenericChart AccuracyGrid(
        string rows, string columns, IEnumerable<(double Row, double Column, double[] Accuracies)> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var cells = runs.ToArray();
        double[] down = [.. cells.Select(cell => cell.Row).Distinct().Order()];
        double[] across = [.. cells.Select(cell => cell.Column).Distinct().Order()];
        var seeds = cells.Select(cell => (cell.Row, cell.Column)).Distinct().Count();
        if (cells.Length == 0 || seeds != cells.Length || seeds != down.Length * across.Length)
        {
            throw new ArgumentException(
                $"runs has {cells.Length} cells, expected one for each of {down.Length} × {across.Length} pairs.",
                nameof(runs));
        }

        double[] At(double row, double column) =>
            Accuracies(Array.Find(cells, cell => cell.Row == row && cell.Column == column).Accuracies);
        double[][][] table = [.. down.Select(row => across.Select(column => At(row, column)).ToArray())];
        return Figure.Draw(
            "Accuracy at each setting, over seeds",
            "Large: the mean over seeds. Small: the lowest and the highest. Where two ranges overlap, see no winner.",
            Figure.Words(columns, Labels(across)),
            Figure.Words(rows, Labels(down)).With(("range", new[] { down.Length - 0.5, -0.5 })),
            Math.Clamp(down.Length * 76, 150, 400),
            new Trace("heatmap").With(
                ("z", table.Select(row => row.Select(cell => Math.Round(cell.Average(), 4)))),
                ("text", table.Select(row => row.Select(Cell))), ("texttemplate", "%{text}"),
                ("zmin", Math.Floor(cells.Min(cell => cell.Accuracies.Average()) * 20) / 20), ("zmax", 1),
                ("colorscale", Palette.Opening), ("textfont", new { color = "black", size = 15 }),
                ("xgap", 2), ("ygap", 2),
                ("colorbar", new
                {
                    title = new { text = "mean" },
                    tickformat = ".0%",
                    thickness = 14,
                    outlinewidth = 0
                }),
                ("hovertemplate", "%{z:.1%}<extra></extra>")));
    }

    private static string Cell(double[] seeds) => string.Create(
        CultureInfo.InvariantCulture,
        $"<b>{seeds.Average():0.0%}</b><br>"
            + $"<span style=\"font-size:12px\">{100 * seeds.Min():0.0} – {100 * seeds.Max():0.0}</span>");

    private static string[] Labels(double[] settings) =>
        Array.ConvertAll(settings, setting => setting.ToString(CultureInfo.InvariantCulture));
}
