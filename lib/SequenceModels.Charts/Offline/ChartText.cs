using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Plotly.NET;

namespace SequenceModels.Charts;

/// <summary>What a chart says in words, where nothing is drawn: its title, what to see in it, and its numbers.</summary>
internal static partial class ChartText
{
    public static string Of(GenericChart chart)
    {
        var text = Text(GenericChart.getLayout(chart).TryGetPropertyValue("title")?.Value);
        var lines = Break().Split(text ?? Kinds(chart)).Select(Plain).ToArray();
        var numbers = Plain(ChartNumbers.Of(JsonNode.Parse(ChartJson.Write(chart))!));
        return string.Join('\n', new[] { lines[0], string.Join(' ', lines[1..]), numbers }.Where(line => line.Length > 0));
    }

    private static string? Text(object? title) => title switch
    {
        Title styled => Text(styled.TryGetPropertyValue("text")?.Value),
        _ => title as string
    };

    private static string Kinds(GenericChart chart) =>
        $"A chart: {string.Join(", ", GenericChart.getTraces(chart).Select(trace => trace.type))}";

    private static string Plain(string html) => WebUtility.HtmlDecode(Tag().Replace(html, ""));

    [GeneratedRegex("<br ?/?>")]
    private static partial Regex Break();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
