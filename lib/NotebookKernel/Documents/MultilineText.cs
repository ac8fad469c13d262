using System.Text;
using System.Text.Json.Nodes;

namespace NotebookKernel.Documents;

/// <summary>nbformat's multi-line strings: one string, or a list of lines that keep their line ends.</summary>
internal static class MultilineText
{
    public static JsonArray Split(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny('\n', '\r') is >= 0 and var i ? start + i + 1 : text.Length;
            end += text[end - 1] == '\r' && end < text.Length && text[end] == '\n' ? 1 : 0;
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }

        return lines;
    }

    public static string Join(JsonNode text) => text is JsonArray lines
        ? lines.Aggregate(new StringBuilder(), (all, line) => all.Append(line!.GetValue<string>())).ToString()
        : text.GetValue<string>();

    public static bool Is(JsonNode? node) => node is JsonArray lines
        ? lines.All(IsString)
        : IsString(node);

    private static bool IsString(JsonNode? node) => node is JsonValue v && v.TryGetValue<string>(out _);
}
