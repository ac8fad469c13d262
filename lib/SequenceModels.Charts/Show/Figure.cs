using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace SequenceModels.Charts;

/// <summary>What every picture of the course has: a title, a line that says what to see, named axes.</summary>
internal static class Figure
{
    private const int LineLength = 100;

    // In pixels, from the top: the title's baseline, the lines below it, then room for a legend or the highest label.
    private const int TitleBase = 24, LineHeight = 18, PlotGap = 36, AxisHeight = 56;

    private static readonly string[] _superfluous = ["select", "lasso", "zoomIn", "zoomOut", "autoScale"];

    /// <summary>A chart titled with what it is, in a few words, and what to see in it, in a sentence or two.</summary>
    public static GenericChart Draw(
        string title, string see, LinearAxis x, LinearAxis y, int plotHeight, params IEnumerable<Trace> traces)
    {
        var lines = Wrap(see);
        var top = TitleBase + LineHeight * lines.Count + PlotGap;
        var height = top + plotHeight + AxisHeight;
        var heading = $"<span style=\"font-size:17px\"><b>{Text(title)}</b></span>";
        var layout = new Layout().With(
            ("title", new Title().With(
                ("text", string.Join("<br>", [heading, .. lines.Select(Text)])),
                ("font", new { size = 13 }),
                ("x", 0), ("xref", "paper"), ("xanchor", "left"),
                ("y", 1 - (double)TitleBase / height), ("yref", "container"), ("yanchor", "top"))),
            ("xaxis", x),
            ("yaxis", y),
            ("height", height),
            ("margin", new { l = 70, r = 24, t = top, b = AxisHeight }),
            ("font", new { color = Palette.Ink, size = 13 }),
            ("paper_bgcolor", Palette.Paper),
            ("plot_bgcolor", Palette.Clear),
            ("legend", new { orientation = "h", x = 1, xanchor = "right", y = 1, yanchor = "bottom" }),
            ("modebar", new { color = Palette.Ink, activecolor = Palette.Series(0), bgcolor = Palette.Clear, remove = _superfluous }));
        var config = new Config().With(("responsive", true), ("displaylogo", false));
        var bare = GenericChart.ofTraceObjects(false, traces);
        return GenericChart.setConfig(config, GenericChart.setLayout(layout, bare));
    }

    public static LinearAxis Axis(string title, params (string Name, object? Value)[] fields) =>
        new LinearAxis().With(
            ("title", new { text = title, standoff = 10 }), ("automargin", true), ("zeroline", false),
            ("gridcolor", Palette.Grid), ("ticks", "outside"), ("tickcolor", Palette.Grid)).With(fields);

    /// <summary>An axis with a word a place. Words may repeat, so they only label the places.</summary>
    public static LinearAxis Words(string title, IReadOnlyList<string> words) => Axis(title,
        ("tickmode", "array"), ("tickvals", Enumerable.Range(0, words.Count)), ("ticktext", words.Select(Text)),
        ("range", new[] { -0.5, words.Count - 0.5 }), ("showgrid", false), ("tickangle", words.Count > 12 ? -60 : 0));

    /// <summary>Sets members by plotly.js's own names; a null leaves one out.</summary>
    public static T With<T>(this T target, params (string Name, object? Value)[] fields) where T : DynamicObj.DynamicObj
    {
        foreach (var (name, value) in fields.Where(field => field.Value is not null))
        {
            target.SetProperty(name, value);
        }

        return target;
    }

    /// <summary>A student's words as plotly.js shows them, which takes &lt;b&gt; and its like for markup.</summary>
    public static string Text(string words) =>
        words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private static List<string> Wrap(string text)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length + word.Length >= LineLength)
            {
                lines.Add("");
            }

            lines[^1] = $"{lines[^1]} {word}".Trim();
        }

        return lines;
    }
}
