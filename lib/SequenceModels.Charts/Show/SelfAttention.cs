using System.Globalization;
using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace SequenceModels.Charts;

public static partial class Show
{
    private const int MostPanels = 4;
    private const double PanelGap = 0.06;

    /// <summary>Where each word of a sentence looks in that sentence, in one or more maps side by side: heads, say, or
    /// with a mask and without.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="maps">A name and its weights, (words, words): a row for the word that looks, a column for the word
    /// that is looked at. At most 4.</param>
    /// <exception cref="ArgumentException">No map, more than 4, or weights that do not fit the words.</exception>
    public static GenericChart SelfAttention(
        IReadOnlyList<string> words, params (string Name, Tensor Weights)[] maps)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(maps);
        if (maps.Length is 0 or > MostPanels)
        {
            throw new ArgumentException($"There are {maps.Length} maps, expected 1 to {MostPanels}.", nameof(maps));
        }

        var tables = Array.ConvertAll(maps, map => Square(words.Count, map.Name, map.Weights));
        var width = (1 - (maps.Length - 1) * PanelGap) / maps.Length;
        LinearAxis Across(int panel) => Figure.Words("word looked at", words).With(
            ("domain", new[] { panel * (width + PanelGap), panel * (width + PanelGap) + width }),
            ("tickangle", words.Count > 5 ? -60 : 0));

        var chart = Figure.Draw(
            "Where each word looks",
            "Each row is a word that looks; its weights add up to 1. The greener, the more of that column's word "
            + "goes into it."
            + (tables.Any(IsCausal) ? " Crossed: exactly 0, a later word under the causal mask." : ""),
            Across(0),
            Figure.Words("word that looks", words).With(("range", new[] { words.Count - 0.5, -0.5 }), ("tickangle", 0)),
            Math.Clamp((int)(700 * width / words.Count), 28, 48) * words.Count + 24,
            maps.Select((map, panel) => Map(map.Name, tables[panel], panel)));
        var layout = GenericChart.getLayout(chart).With(("annotations", maps.Select((map, panel) => new
        {
            text = $"<b>{Figure.Text(map.Name)}</b>",
            showarrow = false,
            xref = "paper",
            x = panel * (width + PanelGap),
            xanchor = "left",
            yref = "paper",
            y = 1,
            yanchor = "bottom"
        })));
        for (var panel = 1; panel < maps.Length; panel++)
        {
            layout.With(($"xaxis{panel + 1}", Across(panel)));
        }

        return GenericChart.setLayout(layout, chart);
    }

    private static float[,] Square(int words, string name, Tensor weights)
    {
        var table = StateMap.Table(weights, name);
        return words > 0 && (table.GetLength(0), table.GetLength(1)) == (words, words)
            ? table
            : throw new ArgumentException(
                $"{name} is {StateMap.Size(table)}, expected ({words}, {words}): a row and a column for each word. "
                + "Of weights (batch, heads, words, words) pick one head: weights[0, 0].", nameof(weights));
    }

    private static bool IsCausal(float[,] weights) => weights.GetLength(0) > 1
        && Enumerable.Range(0, weights.GetLength(0)).All(row =>
            Enumerable.Range(row + 1, weights.GetLength(1) - row - 1).All(column => weights[row, column] == 0));

    private static Trace Map(string name, float[,] weights, int panel)
    {
        var size = weights.GetLength(0);
        string Label(int row, int column) => weights[row, column] == 0
            ? "×"
            : size > 8 ? "" : weights[row, column].ToString("0.00", CultureInfo.InvariantCulture);
        IEnumerable<IEnumerable<T>> Rows<T>(Func<int, int, T> cell) => Enumerable.Range(0, size).Select(row =>
            Enumerable.Range(0, size).Select(column => cell(row, column)));

        return new Trace("heatmap").With(
            ("z", Rows((row, column) => MathF.Round(weights[row, column], 3))),
            ("text", Rows(Label)), ("texttemplate", "%{text}"), ("textfont", new { color = "black", size = 11 }),
            ("xaxis", panel == 0 ? "x" : $"x{panel + 1}"), ("zmin", 0), ("zmax", 1), ("colorscale", Palette.Opening),
            ("showscale", panel == 0),
            ("colorbar", new { title = new { text = "weight" }, thickness = 14, outlinewidth = 0 }),
            ("xgap", 1), ("ygap", 1),
            ("hovertemplate", $"{Figure.Text(name)}: %{{y}} looks at %{{x}}<br>weight %{{z:.3f}}<extra></extra>"));
    }
}
