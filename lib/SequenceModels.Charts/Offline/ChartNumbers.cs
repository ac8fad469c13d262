using System.Globalization;
using System.Text.Json.Nodes;

namespace SequenceModels.Charts;

/// <summary>The numbers of a chart in words, for those who cannot see it: short series whole, of long ones the ends and
/// the extremes, of a map its extremes and where they are.</summary>
internal static class ChartNumbers
{
    private const int Whole = 12;

    public static string Of(JsonNode chart)
    {
        var layout = chart["layout"];
        return string.Join(' ', (chart["data"] as JsonArray ?? []).OfType<JsonObject>().Where(IsTold)
            .Select(trace => trace["z"] is JsonArray rows ? Map(trace, rows, layout) : Series(trace, layout))
            .Where(words => words.Length > 0));
    }

    // What is behind a slider, or cannot be pointed at, is not told.
    private static bool IsTold(JsonObject trace) =>
        trace["visible"]?.ToJsonString() != "false" && trace["hoverinfo"]?.ToJsonString() != "\"skip\"";

    private static string Series(JsonObject trace, JsonNode? layout)
    {
        var (along, upright) = trace["orientation"]?.ToString() == "h" ? ("y", "x") : ("x", "y");
        if (trace[upright] is not JsonArray heights)
        {
            return "";
        }

        var points = heights.Select((height, number) => (At: Place(trace, layout, along, number), Value: Number(height)))
            .Where(point => point.Value is not null).ToArray();
        if (points.Length == 0)
        {
            return "";
        }

        var told = points.Length <= Whole ? points : new[]
        {
            points[0], points.MinBy(point => point.Value), points.MaxBy(point => point.Value), points[^1]
        }.Distinct();
        var name = trace["name"]?.ToString() is { Length: > 0 } given ? $"{given}: " : "";
        return $"{name}{string.Join(", ", told.Select(point => $"{Short(point.Value!.Value)} at {point.At}"))}.";
    }

    private static string Map(JsonObject trace, JsonArray rows, JsonNode? layout)
    {
        var cells = rows.OfType<JsonArray>()
            .SelectMany((row, y) => row.Select((cell, x) => (X: x, Y: y, Value: Number(cell))))
            .Where(cell => cell.Value is not null).ToArray();
        string Told((int X, int Y, double? Value) cell) =>
            $"{Short(cell.Value!.Value)} at {Label(trace, layout, "x", cell.X)}, {Label(trace, layout, "y", cell.Y)}";
        return cells.Length == 0 ? "" : $"{cells.Length} cells, from {Told(cells.MinBy(cell => cell.Value))} "
            + $"to {Told(cells.MaxBy(cell => cell.Value))}.";
    }

    private static string Place(JsonObject trace, JsonNode? layout, string axis, int number) =>
        trace[axis] is not JsonArray places || number >= places.Count
            ? Label(trace, layout, axis, (Number(trace[$"{axis}0"]) ?? 0) + number * (Number(trace[$"d{axis}"]) ?? 1))
            : Number(places[number]) is { } at ? Label(trace, layout, axis, at) : $"{places[number]}";

    // A place beside a named tick, as of one model among several, is told by the tick.
    private static string Label(JsonObject trace, JsonNode? layout, string axis, double at)
    {
        var ticks = layout?[$"{axis}axis{trace[$"{axis}axis"]?.ToString()[1..]}"] as JsonObject;
        if (ticks?["ticktext"] is not JsonArray names || ticks["tickvals"] is not JsonArray values)
        {
            return Short(at);
        }

        var tick = values.ToList().FindIndex(value => Number(value) is { } place && Math.Abs(place - at) < 0.5);
        return tick >= 0 && tick < names.Count ? $"{names[tick]}" : Short(at);
    }

    private static double? Number(JsonNode? node) =>
        double.TryParse($"{node}", NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number) ? number : null;

    private static string Short(double number) =>
        number.ToString(Math.Abs(number) is >= 1000 and < 1e9 ? "N0" : "G3", CultureInfo.InvariantCulture);
}
