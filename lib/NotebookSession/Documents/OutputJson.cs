using System.Text.Json.Nodes;
using NotebookSession.Showing;

namespace NotebookSession.Documents;

/// <summary>
/// What a cell shows ⇄ JSON, in Jupyter's terms: <c>output_type</c> and the content of the message of that type. The
/// form in a message has whole strings and a <c>transient.display_id</c>; in a file, lists of lines and no transient part.
/// </summary>
public static class OutputJson
{
    /// <summary>An output as a message has it.</summary>
    public static JsonObject Write(CellOutput output) => output switch
    {
        CellOutput.Stream(var name, var text) => new() { ["name"] = name, ["output_type"] = "stream", ["text"] = text },
        CellOutput.DisplayData(var data, var id) => Display("display_data", data, id),
        CellOutput.UpdateDisplayData(var data, var id) => Display("update_display_data", data, id),
        CellOutput.ExecuteResult(var data, var count) => new()
        {
            ["data"] = Data(data),
            ["execution_count"] = count,
            ["metadata"] = Metadata(data),
            ["output_type"] = "execute_result",
        },
        CellOutput.Error(var error) => new()
        {
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["output_type"] = "error",
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
        },
        CellOutput.ClearOutput(var wait) => new() { ["output_type"] = "clear_output", ["wait"] = wait },
        _ => throw new ArgumentException($"{output.GetType().Name} is no output that Jupyter knows.", nameof(output)),
    };

    /// <summary>The output that <see cref="Write"/> or a file wrote.</summary>
    public static CellOutput Read(JsonObject json) => json["output_type"]!.GetValue<string>() switch
    {
        "stream" => new CellOutput.Stream(json["name"]!.GetValue<string>(), MultilineText.Join(json["text"]!)),
        "display_data" => new CellOutput.DisplayData(Data(json), DisplayId(json)),
        "update_display_data" => new CellOutput.UpdateDisplayData(Data(json), DisplayId(json)!),
        "execute_result" => new CellOutput.ExecuteResult(Data(json), (int?)json["execution_count"]),
        "error" => new CellOutput.Error(new CellError(
            json["ename"]!.GetValue<string>(),
            json["evalue"]!.GetValue<string>(),
            [.. json["traceback"]!.AsArray().Select(line => line!.GetValue<string>())])),
        "clear_output" => new CellOutput.ClearOutput(json["wait"]!.GetValue<bool>()),
        var type => throw new ArgumentException($"output_type is \"{type}\", expected an output.", nameof(json)),
    };

    /// <summary>An output as a file has it: text split into lines, and nothing <see cref="Transient"/>.</summary>
    public static JsonObject ForFile(CellOutput output)
    {
        var json = Write(output);
        json.Remove("transient");
        if (json["text"] is { } text)
        {
            json["text"] = MultilineText.Split(text.GetValue<string>());
        }

        if (json["data"] is JsonObject data)
        {
            RemoveTransient(data);
            foreach (var type in data.Select(entry => entry.Key).Where(type => !IsJson(type)).ToList())
            {
                data[type] = TextForFile(type, data[type]!.GetValue<string>());
            }
        }

        return json;
    }

    /// <summary>The formats of a value.</summary>
    public static JsonObject Data(MimeBundle data) =>
        new(data.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value?.DeepClone())));

    /// <summary>Removes what is shown and never stored from the contents of a display.</summary>
    internal static void RemoveTransient(JsonObject data)
    {
        foreach (var type in data.Select(entry => entry.Key).Where(type => !IsJson(type)).ToList())
        {
            if (Transient.Is(MultilineText.Join(data[type]!)))
            {
                data.Remove(type);
            }
        }
    }

    /// <summary>Text contents as nbformat writes them: what people read is split into lines, what else is text is one string.</summary>
    internal static JsonNode TextForFile(string mimeType, string text) =>
        mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is "application/javascript" or "image/svg+xml"
            ? MultilineText.Split(text)
            : text;

    /// <summary>Whether nbformat takes contents of this type for JSON, and not for text.</summary>
    internal static bool IsJson(string mimeType) => mimeType == "application/json"
        || (mimeType.StartsWith("application/", StringComparison.Ordinal) && mimeType.EndsWith("+json", StringComparison.Ordinal));

    private static JsonObject Display(string type, MimeBundle data, string? id) => new()
    {
        ["data"] = Data(data),
        ["metadata"] = Metadata(data),
        ["output_type"] = type,
        ["transient"] = id is null ? [] : new JsonObject { ["display_id"] = id },
    };

    private static string? DisplayId(JsonObject json) => json["transient"]?["display_id"]?.GetValue<string>();

    private static JsonObject Metadata(MimeBundle data) => data.Metadata?.DeepClone().AsObject() ?? [];

    private static MimeBundle Data(JsonObject json)
    {
        var data = new MimeBundle { Metadata = json["metadata"] is JsonObject { Count: > 0 } metadata ? metadata.DeepClone().AsObject() : null };
        foreach (var (type, value) in json["data"]!.AsObject())
        {
            data[type] = IsJson(type) ? value?.DeepClone()! : MultilineText.Join(value!);
        }

        return data;
    }
}
