using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Course.Rendering;

/// <summary>
/// A chart's JSON → its words and its data, which charts.js draws. No code comes with the data, so a chart needs no trust.
/// </summary>
internal static class ChartFigure
{
    public const string MimeType = "application/vnd.plotly.v1+json";

    private const int DefaultHeight = 450;

    // < stays escaped, so that no text in a chart can end the script element that carries it.
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Render(JsonObject chart, string words)
    {
        var text = WebUtility.HtmlEncode(words);
        var height = chart["layout"]?["height"] is JsonValue value && value.TryGetValue<double>(out var pixels) ? (int)pixels : DefaultHeight;
        return $"""
            <div class="output chart"><div class="plotly-chart" data-height="{height}" role="figure" aria-label="{text.Replace('\n', ' ')}"><p>{text.Replace("\n", "<br>")}</p></div><script type="application/json">{chart.ToJsonString(Compact)}</script></div>
            """;
    }
}
