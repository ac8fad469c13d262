using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace NotebookPage.Rendering;

/// <summary>
/// A chart's JSON → its words and its data, which charts.js draws. No code comes with the data, so a chart needs no trust.
/// </summary>
internal static class ChartFigure
{
    public const string MimeType = "application/vnd.plotly.v1+json";

    private const int DefaultHeight = 450, Least = 10, Most = 3000;

    // < stays escaped, so that no text in a chart can end the script element that carries it.
    private static readonly JsonSerializerOptions _compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Render(JsonObject chart, string words)
    {
        var text = WebUtility.HtmlEncode(words);
        var (height, bounded) = Bounded(chart);
        return $"""
            <div class="output chart"><div class="plotly-chart" data-height="{height}" role="figure" aria-label="{text.Replace('\n', ' ')}"><p>{text.Replace("\n", "<br>")}</p></div><script type="application/json">{bounded.ToJsonString(_compact)}</script></div>
            """;
    }

    // No chart is larger than a page, whatever it asks for, itself or by its template.
    private static (int Height, JsonObject Chart) Bounded(JsonObject chart)
    {
        chart = chart.DeepClone().AsObject();
        var layout = chart["layout"] as JsonObject ?? [];
        if (layout.Parent is null)
        {
            chart["layout"] = layout;
        }

        foreach (var sizes in new[] { layout, (layout["template"] as JsonObject)?["layout"] as JsonObject }.OfType<JsonObject>())
        {
            Limit(sizes, "width");
            Limit(sizes, "height");
        }

        return ((int)(Pixels(layout, "height") ?? DefaultHeight), chart);
    }

    private static void Limit(JsonObject layout, string side)
    {
        if (layout.ContainsKey(side))
        {
            layout[side] = Math.Clamp(Pixels(layout, side) ?? DefaultHeight, Least, Most);
        }
    }

    private static double? Pixels(JsonObject layout, string side) =>
        layout[side] is JsonValue value && value.TryGetValue<double>(out var pixels) && double.IsFinite(pixels) ? pixels : null;
}
