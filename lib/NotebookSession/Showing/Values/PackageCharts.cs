using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using static NotebookSession.Showing.Values.PackageMembers;

namespace NotebookSession.Showing.Values;

/// <summary>
/// Charts of packages that draw by plotly.js, in whatever version a notebook asks for: known by a type's name, written by
/// the package's own methods, drawn by the front end from data, layout and config.
/// </summary>
internal static class PackageCharts
{
    /// <summary>What plotly.js draws from, as front ends know it.</summary>
    public const string MimeType = "application/vnd.plotly.v1+json";

    private const string PlotlyNet = "Plotly.NET.GenericChart";

    private static readonly string[] _parts = ["data", "layout", "config"];

    private static readonly Dictionary<string, Func<object, object?>> _writers = new()
    {
        ["XPlot.Plotly.PlotlyChart"] = chart => Call(chart, "GetInlineJS"),
        [PlotlyNet] = Written,
        [$"{PlotlyNet}+GenericChart"] = Written,
    };

    /// <summary>A chart's data, layout and config; null if it isn't one, or somebody has said how it looks.</summary>
    public static JsonObject? Of(object? value)
    {
        for (var type = value?.GetType(); type is not null; type = type.BaseType)
        {
            if (_writers.TryGetValue(type.FullName ?? "", out var write))
            {
                return Registrations.AreThere(value!, MimeType, "text/html") ? null : Read(write, value!);
            }
        }

        return null;
    }

    /// <summary>A line about a chart: its title, or what it draws.</summary>
    public static string Text(JsonObject chart)
    {
        var title = chart["layout"]?["title"];
        var text = title is JsonObject parts ? parts["text"] : title;
        var kinds = chart["data"]!.AsArray().Select(trace => (string?)trace?["type"] ?? "scatter").Distinct();
        return text is JsonValue value && value.TryGetValue<string>(out var words) && words.Length > 0
            ? $"A chart: {words}" : $"A chart: {string.Join(", ", kinds)}";
    }

    private static object? Written(object chart) =>
        CallIn(chart, PlotlyNet, "toJson", chart) ?? CallIn(chart, PlotlyNet, "toChartHTML", chart) ?? CallIn(chart, PlotlyNet, "toEmbeddedHTML", chart);

    private static JsonObject? Read(Func<object, object?> write, object chart)
    {
        try
        {
            return write(chart) is string script && (Object(script) ?? Assigned(script)) is { } figure && figure["data"] is JsonArray ? figure : null;
        }
        catch (Exception error) when (error is TargetInvocationException { InnerException: not OperationCanceledException } or JsonException or InvalidOperationException)
        {
            return null; // it is shown as any other object
        }
    }

    private static JsonObject? Object(string script) => script.StartsWith('{') ? JsonNode.Parse(script) as JsonObject : null;

    // var data = […]; var layout = {…}; a layout that nobody has said is "".
    private static JsonObject Assigned(string script)
    {
        var figure = new JsonObject();
        foreach (var part in _parts)
        {
            var at = script.IndexOf($"var {part} = ", StringComparison.Ordinal);
            if (at >= 0)
            {
                var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(script[(at + $"var {part} = ".Length)..]));
                figure[part] = JsonNode.Parse(ref reader) is { } value and (JsonObject or JsonArray) ? value : new JsonObject();
            }
        }

        return figure;
    }
}
