using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Plotly.NET;

namespace SequenceModels.Charts;

/// <summary>
/// A chart as plotly.js reads it: data, layout and config. Numbers keep six significant digits: more than
/// an eye can tell, and few enough to keep notebooks small and to make the text independent of a value's last bits.
/// </summary>
internal static class ChartJson
{
    public const string MimeType = "application/vnd.plotly.v1+json";

    private const string Digits = "G6";

    // < stays escaped, so that no text in a chart can end the script element that carries it.
    private static readonly JsonSerializerOptions _compact =
        new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(GenericChart chart) =>
        Rounded(JsonNode.Parse(GenericChart.toJson(chart))!)!.ToJsonString(_compact);

    /// <summary>A name that equal charts share: two runs of a notebook give equal pages.</summary>
    public static string Id(string json) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)).AsSpan(0, 6));

    private static JsonNode? Rounded(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(
            fields.Select(field => KeyValuePair.Create(field.Key, Rounded(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Rounded)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => Rounded(value.GetValue<double>()),
        _ => node?.DeepClone()
    };

    // Python writes 6.1e-05, JavaScript 0.000061: a text, which plotly.js reads as the number, both leave as it is.
    private static JsonValue Rounded(double number)
    {
        var digits = number.ToString(double.IsInteger(number) ? "R" : Digits, CultureInfo.InvariantCulture);
        return number != 0 && Math.Abs(number) is < 1e-4 or >= 1e16
            ? JsonValue.Create(digits)
            : JsonValue.Create(double.Parse(digits, CultureInfo.InvariantCulture));
    }
}
