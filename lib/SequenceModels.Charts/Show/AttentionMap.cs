using System.Globalization;
using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace SequenceModels.Charts;

/// <summary>Weights of one sentence as a heatmap: words read from left to right, words written from top to
/// bottom.</summary>
internal static class AttentionMap
{
    private const string Padding = "<pad>";
    private const int MostAnnotated = 240;
    private const float LeastAnnotated = 0.05f;

    /// <summary>The pixels of a word written.</summary>
    public const int RowHeight = 28;

    /// <summary>The weights, (written, source).</summary>
    /// <exception cref="ArgumentException">They are of another shape, or a side has no words.</exception>
    public static float[,] Require(
        IReadOnlyList<string> source, IReadOnlyList<string> written, Tensor weights, string name)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(written);
        var table = StateMap.Table(weights, name);
        var (rows, columns) = (table.GetLength(0), table.GetLength(1));
        return rows > 0 && columns > 0 && (rows, columns) == (written.Count, source.Count) ? table
            : throw new ArgumentException(
                $"{name} is {StateMap.Size(table)}, expected ({written.Count}, {source.Count}): a row for each word "
                + "written, <eos> included, and a column for each word read."
                + ((columns, rows) == (written.Count, source.Count) ? " Swapped axes?" : ""), name);
    }

    public static LinearAxis Read(IReadOnlyList<string> source) => Figure.Words("word read", source);

    public static LinearAxis Written(IReadOnlyList<string> written) => Figure.Words("word written", written).With(
        ("range", new[] { written.Count - 0.5, -0.5 }), ("tickangle", 0));

    /// <param name="weights">The weights, (written, source).</param>
    /// <param name="scale">How far the scale of colors reaches down from the top, of the whole plot.</param>
    public static Trace Draw(float[,] weights, double scale = 1)
    {
        var rows = Enumerable.Range(0, weights.GetLength(0)).Select(t =>
            Enumerable.Range(0, weights.GetLength(1)).Select(i => weights[t, i]).ToArray()).ToArray();
        return new Trace("heatmap").With(
            ("z", rows.Select(row => row.Select(weight => MathF.Round(weight, 3)))),
            ("zmin", 0), ("zmax", 1), ("colorscale", Palette.Opening),
            ("colorbar", new
            {
                title = new { text = "weight" },
                thickness = 14,
                outlinewidth = 0,
                len = scale,
                y = 1,
                yanchor = "top"
            }),
            ("xgap", 1), ("ygap", 1),
            ("text", weights.Length > MostAnnotated ? null : rows.Select(row => row.Select(Label))),
            ("texttemplate", weights.Length > MostAnnotated ? null : "%{text}"),
            ("textfont", new { color = "black", size = 11 }),
            ("hovertemplate", "writing %{y}, looking at %{x}<br>weight %{z:.3f}<extra></extra>"));
    }

    /// <summary>What part of all weight lies on padding, in a sentence; nothing if there is none.</summary>
    public static string OnPadding(IReadOnlyList<string> source, float[,] weights)
    {
        int[] columns = [.. Enumerable.Range(0, source.Count).Where(i => source[i] == Padding)];
        var share = columns.Sum(i => Enumerable.Range(0, weights.GetLength(0)).Average(t => weights[t, i]));
        return columns.Length == 0 ? ""
            : share == 0 ? " The columns <pad> are padding, and get exactly 0."
            : string.Create(CultureInfo.InvariantCulture,
                $" The columns <pad> are padding, no words, and yet get {share:0%} of all weight.");
    }

    private static string Label(float weight) =>
        weight < LeastAnnotated ? "" : weight.ToString("0.00", CultureInfo.InvariantCulture);
}
