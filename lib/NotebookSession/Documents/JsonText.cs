using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookSession.Documents;

/// <summary>
/// JSON as nbformat's own writer has it, which is Python's <c>json.dumps(sort_keys=True, indent=1, ensure_ascii=False)</c>:
/// whichever program saves a notebook, what differs is what was changed.
/// </summary>
internal sealed class JsonText
{
    private readonly StringBuilder _text = new();

    /// <summary>The text of a value.</summary>
    public static string Write(JsonNode? node)
    {
        var writer = new JsonText();
        writer.Write(node, 0);
        return writer._text.ToString();
    }

    private void Write(JsonNode? node, int depth)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } members:
                WriteItems('{', members.OrderBy(member => member.Key, CodePoints.Order), depth, '}', member =>
                {
                    WriteString(member.Key);
                    _text.Append(": ");
                    Write(member.Value, depth + 1);
                });
                break;
            case JsonArray { Count: > 0 } items:
                WriteItems('[', items, depth, ']', item => Write(item, depth + 1));
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                WriteString(value.GetValue<string>());
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                _text.Append(Number(value.ToJsonString()));
                break;
            default:
                _text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private void WriteItems<T>(char open, IEnumerable<T> items, int depth, char close, Action<T> write)
    {
        var before = open;
        foreach (var item in items)
        {
            _text.Append(before).Append('\n').Append(' ', depth + 1);
            write(item);
            before = ',';
        }

        _text.Append('\n').Append(' ', depth).Append(close);
    }

    private void WriteString(string value)
    {
        _text.Append('"');
        foreach (var rune in value.EnumerateRunes()) // half a pair isn't text, and becomes U+FFFD
        {
            _ = rune.Value switch
            {
                '"' => _text.Append("\\\""),
                '\\' => _text.Append(@"\\"),
                '\n' => _text.Append("\\n"),
                '\r' => _text.Append("\\r"),
                '\t' => _text.Append("\\t"),
                '\b' => _text.Append("\\b"),
                '\f' => _text.Append("\\f"),
                < ' ' => _text.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}"),
                _ => _text.Append(rune.ToString()),
            };
        }

        _text.Append('"');
    }

    // Python keeps whole numbers apart from others, and writes either kind anew.
    private static string Number(string token) =>
        token.AsSpan().IndexOfAny('.', 'e', 'E') >= 0 ? Real(double.Parse(token, CultureInfo.InvariantCulture))
        : token == "-0" ? "0"
        : token;

    // repr(x): the shortest digits that mean x, as a decimal number for exponents of ten from -4 to 15.
    private static string Real(double x)
    {
        var parts = Math.Abs(x).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var places = parts[0].Split('.');
        var all = string.Concat(places);
        var first = Math.Max(0, all.AsSpan().IndexOfAnyExcept('0'));
        var exponent = places[0].Length - 1 - first + (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        var digits = all.Trim('0') is { Length: > 0 } some ? some : "0";
        exponent = digits == "0" ? 0 : exponent;
        var magnitude = exponent is < -4 or > 15
            ? $"{digits[0]}{(digits.Length > 1 ? "." + digits[1..] : "")}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}"
            : exponent < 0 ? $"0.{new string('0', -exponent - 1)}{digits}"
            : digits.Length <= exponent + 1 ? digits.PadRight(exponent + 1, '0') + ".0"
            : $"{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
        return (double.IsNegative(x) ? "-" : "") + magnitude;
    }
}
