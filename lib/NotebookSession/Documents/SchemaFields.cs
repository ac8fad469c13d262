using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookSession.Documents;

/// <summary>The fields that cells and outputs have in common, each made what the schema says.</summary>
internal sealed class SchemaFields(Repairs repairs)
{
    /// <summary>An object, empty if it isn't one.</summary>
    public void Object(JsonObject owner, string name, string place)
    {
        if (owner[name] is not JsonObject)
        {
            repairs.Add($"{place}.{name}", $"is {Kind(owner[name])}, expected an object; it becomes an empty one");
            owner[name] = new JsonObject();
        }
    }

    /// <summary>A count of runs, or null.</summary>
    public void Count(JsonObject owner, string place)
    {
        if (!owner.TryGetPropertyValue("execution_count", out var count)
            || (count is not null && !(count.GetValueKind() == JsonValueKind.Number && int.TryParse(count.ToJsonString(), out var n) && n >= 0)))
        {
            repairs.Add($"{place}.execution_count", $"is {Kind(count)}, expected a whole number or null; it becomes null");
            owner["execution_count"] = null;
        }
    }

    /// <summary>A text, as a list of lines; false if it isn't one.</summary>
    public bool Text(JsonObject owner, string name, string place)
    {
        if (!MultilineText.Is(owner[name]))
        {
            if (AsText(owner[name]) is not { } text)
            {
                return false;
            }

            repairs.Add($"{place}.{name}", $"is {Kind(owner[name])}, expected a string or a list of strings; it becomes text");
            owner[name] = text;
        }

        owner[name] = MultilineText.Split(MultilineText.Join(owner[name]!));
        return true;
    }

    /// <summary>A string in one piece.</summary>
    public void Line(JsonObject owner, string name, string place, string otherwise = "")
    {
        if (String(owner[name]) is null)
        {
            repairs.Add($"{place}.{name}", $"is {Kind(owner[name])}, expected a string");
            owner[name] = AsText(owner[name]) is { Length: > 0 } text ? text : otherwise;
        }
    }

    /// <summary>Contents by their MIME types; what is no content is left out.</summary>
    public void Bundle(JsonObject owner, string name, string place)
    {
        Object(owner, name, place);
        var bundle = owner[name]!.AsObject();
        foreach (var type in bundle.Select(entry => entry.Key).Where(type => !OutputJson.IsJson(type)).ToList())
        {
            if (bundle[type] is null || !Text(bundle, type, $"{place}.{name}"))
            {
                repairs.Add($"{place}.{name}.{type}", $"is {Kind(bundle[type])}, expected a string or a list of strings; it is left out");
                bundle.Remove(type);
            }
            else
            {
                bundle[type] = OutputJson.TextForFile(type, MultilineText.Join(bundle[type]!));
            }
        }
    }

    /// <summary>The value of a string; null for anything else.</summary>
    public static string? String(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>What a value is, in words.</summary>
    public static string Kind(JsonNode? value) => (value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => $"the number {value!.ToJsonString()}",
        JsonValueKind.Null => "null or missing",
        _ => "true or false",
    };

    private static string? AsText(JsonNode? value) => value switch
    {
        null => "",
        JsonObject => null,
        JsonArray lines => lines.Select(AsText).Aggregate(
            (StringBuilder?)new StringBuilder(), (all, line) => line is null ? null : all?.Append(line))?.ToString(),
        _ => String(value) ?? value.ToJsonString(),
    };
}
