using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NotebookSession.Documents;

/// <summary>JSON as programs really write it: what Python takes and the standard does not is repaired, and said.</summary>
internal static partial class ReadJson
{
    private const int MaxDepth = 200;

    /// <summary>The value of a text.</summary>
    /// <exception cref="NotebookFormatException">It is not JSON.</exception>
    public static JsonNode? Parse(string text, Repairs repairs)
    {
        if (text.StartsWith('\ufeff'))
        {
            repairs.Add("the file", "began with a byte order mark, which is left out");
        }

        var started = text.TrimStart('\ufeff');
        var json = HalfPairs.Mend(started);
        if (json != started)
        {
            repairs.Add("the file", "holds half a character, which becomes \ufffd");
        }

        try
        {
            return Tree(Document(json), "", repairs);
        }
        catch (JsonException) when (NotANumber().Replace(json, NullFor) is var finite && finite != json)
        {
            repairs.Add("the file", "holds NaN or Infinity, which JSON does not have; they become null");
            return Parse(finite, repairs);
        }
        catch (JsonException e)
        {
            throw repairs.Refusal(NotJson(json, e), e);
        }
    }

    private static JsonElement Document(string json) =>
        JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth }).RootElement;

    private static JsonNode? Tree(JsonElement json, string place, Repairs repairs)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var member in json.EnumerateObject())
                {
                    var name = $"{place}.{member.Name}".TrimStart('.');
                    if (members.Remove(member.Name))
                    {
                        repairs.Add(name, "stands there twice; the last one counts");
                    }

                    members[member.Name] = Tree(member.Value, name, repairs);
                }

                return members;
            case JsonValueKind.Array:
                return new JsonArray([.. json.EnumerateArray().Select((item, i) => Tree(item, $"{place}[{i}]", repairs))]);
            case JsonValueKind.Number when !double.IsFinite(double.Parse(json.GetRawText(), CultureInfo.InvariantCulture)):
                repairs.Add(place, "is too large for a number, and becomes null");
                return null;
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.String:
                return json.GetString();
            default:
                return JsonValue.Create(json);
        }
    }

    private static string NotJson(string text, JsonException e)
    {
        var place = e.LineNumber is { } line ? $" at line {line + 1}, column {e.BytePositionInLine + 1}" : "";
        var reason = e.Message.Split(" LineNumber:")[0].Split(" Path:")[0];
        return string.IsNullOrWhiteSpace(text) ? "the file is empty"
            : text.Contains("\n<<<<<<< ", StringComparison.Ordinal) ? $"not JSON{place}: an unresolved merge conflict (<<<<<<<)"
            : $"not JSON{place}: {reason}";
    }

    private static string NullFor(Match match) => match.Value[0] == '"' ? match.Value : "null";

    [GeneratedRegex("""
        "(?>[^"\\]+|\\.)*"|-?\b(?:Infinity|NaN)\b
        """, RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NotANumber();
}
