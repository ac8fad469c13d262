using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookKernel.Documents;

/// <summary>
/// Writes a JSON tree back as text. Whatever still has the value it was read with keeps its characters (the spelling of
/// numbers, escapes and white space); the rest is written in the file's layout, with strings escaped as Jupyter does.
/// </summary>
internal sealed class JsonText(JsonLayout layout)
{
    private readonly StringBuilder _text = new();

    /// <summary>The text of <paramref name="node"/>, which was <paramref name="before"/> when it was read.</summary>
    public static string Write(JsonNode node, JsonElement? before, JsonLayout layout)
    {
        var writer = new JsonText(layout);
        writer.Write(node, before, 0);
        return writer._text.ToString();
    }

    private void Write(JsonNode? node, JsonElement? before, int depth)
    {
        if (before is { } old && JsonEquality.Same(node, old))
        {
            _text.Append(old.GetRawText());
            return;
        }

        switch (node)
        {
            case JsonObject { Count: > 0 } o:
                WriteItems('{', o, depth, '}', (member, _) =>
                {
                    WriteString(member.Key);
                    _text.Append(layout.Colon);
                    Write(member.Value, Member(before, member.Key), depth + 1);
                });
                break;
            case JsonArray { Count: > 0 } a:
                WriteItems('[', a, depth, ']', (item, i) => Write(item, Item(before, i), depth + 1));
                break;
            case JsonValue v when v.GetValueKind() == JsonValueKind.String && !v.TryGetValue<JsonElement>(out _):
                WriteString(v.GetValue<string>());
                break;
            default:
                _text.Append(Raw(node));
                break;
        }
    }

    private void WriteItems<T>(char open, IEnumerable<T> items, int depth, char close, Action<T, int> write)
    {
        _text.Append(open);
        var count = 0;
        foreach (var item in items)
        {
            _text.Append(count == 0 ? "" : layout.Comma).Append(layout.Break(depth + 1));
            write(item, count++);
        }

        _text.Append(layout.Break(depth)).Append(close);
    }

    private void WriteString(string value)
    {
        _text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            var pair = i + 1 < value.Length && char.IsSurrogatePair(c, value[i + 1]);
            _ = c switch
            {
                '"' => _text.Append("\\\""),
                '\\' => _text.Append(@"\\"),
                '\n' => _text.Append("\\n"),
                '\r' => _text.Append("\\r"),
                '\t' => _text.Append("\\t"),
                '\b' => _text.Append("\\b"),
                '\f' => _text.Append("\\f"),
                _ when pair => _text.Append(c).Append(value[++i]),
                < ' ' or (>= '\ud800' and <= '\udfff') => _text.Append($"\\u{(int)c:x4}"),
                _ => _text.Append(c),
            };
        }

        _text.Append('"');
    }

    private static string Raw(JsonNode? node) => node switch
    {
        null => "null",
        JsonValue v when v.TryGetValue<JsonElement>(out var element) => element.GetRawText(),
        _ => node.ToJsonString(),
    };

    private static JsonElement? Member(JsonElement? o, string name) =>
        o is { ValueKind: JsonValueKind.Object } && o.Value.TryGetProperty(name, out var member) ? member : null;

    private static JsonElement? Item(JsonElement? a, int i) =>
        a is { ValueKind: JsonValueKind.Array } && i < a.Value.GetArrayLength() ? a.Value[i] : null;
}
