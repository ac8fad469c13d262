using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookKernel.Documents;

/// <summary>Whether a tree has still the value it was read with. The order of an object's members is part of it.</summary>
internal static class JsonEquality
{
    public static bool Same(JsonNode? node, JsonElement before) => (node, before.ValueKind) switch
    {
        (null, JsonValueKind.Null) => true,
        (JsonObject o, JsonValueKind.Object) => SameMembers(o, before),
        (JsonArray a, JsonValueKind.Array) => SameItems(a, before),
        (JsonValue v, JsonValueKind.String) when v.TryGetValue<JsonElement>(out var e) => SameText(e, before),
        (JsonValue v, JsonValueKind.String) => v.TryGetValue<string>(out var s) && before.ValueEquals(s),
        (JsonValue v, _) => v.ToJsonString() == before.GetRawText(),
        _ => false,
    };

    private static bool SameText(JsonElement string1, JsonElement string2) =>
        string1.GetRawText() == string2.GetRawText()
        || (string1.ValueKind == JsonValueKind.String && string2.ValueEquals(string1.GetString()));

    private static bool SameMembers(JsonObject o, JsonElement before)
    {
        var i = 0;
        foreach (var member in before.EnumerateObject())
        {
            if (i == o.Count || o.GetAt(i).Key != member.Name || !Same(o.GetAt(i).Value, member.Value))
            {
                return false;
            }

            i++;
        }

        return i == o.Count;
    }

    private static bool SameItems(JsonArray a, JsonElement before)
    {
        var i = 0;
        return a.Count == before.GetArrayLength() && before.EnumerateArray().All(item => Same(a[i++], item));
    }
}
