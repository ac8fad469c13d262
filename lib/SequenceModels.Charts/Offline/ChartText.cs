using System.Net;
using System.Text.RegularExpressions;
using Plotly.NET;

namespace SequenceModels.Charts;

/// <summary>What a chart says in words: where nothing is drawn, the title and what to see in it.</summary>
internal static partial class ChartText
{
    public static string Of(GenericChart chart)
    {
        var text = Text(GenericChart.getLayout(chart).TryGetPropertyValue("title")?.Value);
        var lines = Break().Split(text ?? Kinds(chart)).Select(Plain).ToArray();
        return lines.Length == 1 ? lines[0] : $"{lines[0]}\n{string.Join(' ', lines[1..])}";
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
