using System.Net;
using Plotly.NET;

namespace SequenceModels.Charts;

/// <summary>A chart as html: its words, which a script replaces by the drawing once plotly.js is loaded.</summary>
internal static class ChartHtml
{
    private const int DefaultHeight = 450;

    public static string Write(GenericChart chart)
    {
        var json = ChartJson.Write(chart);
        var id = ChartJson.Id(json);
        var text = WebUtility.HtmlEncode(ChartText.Of(chart));
        var height = GenericChart.tryGetLayoutSize(chart).Item2?.Value ?? DefaultHeight;
        return $"""
            <div data-chart="{id}" role="img" aria-label="{text.Replace('\n', ' ')}" style="min-height: {height}px">
            <p>{text.Replace("\n", "<br>")}</p>
            </div>
            {Script.Call("draw.js", $"\"{id}\"", json)}
            """;
    }
}
