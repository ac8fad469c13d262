using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookSession.Documents;

/// <summary>nbformat's multi-line strings: one string, or a list of lines that keep their line ends; files hold the latter.</summary>
internal static class MultilineText
{
    // Python's str.splitlines.
    private static readonly SearchValues<char> _lineEnds = SearchValues.Create("\n\r\v\f\u001c\u001d\u001e\u0085\u2028\u2029");

    public static JsonArray Split(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny(_lineEnds) is >= 0 and var i ? start + i + 1 : text.Length;
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

    private static bool IsString(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;
}
