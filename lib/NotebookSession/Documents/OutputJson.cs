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
    /// <param name="output">The output.</param>
    /// <param name="executionCount">The number of the cell that shows it; only <c>execute_result</c> carries it.</param>
    public static JsonObject Write(CellOutput output, int? executionCount = null) => output switch
    {
        CellOutput.Stream(var name, var text) => new() { ["name"] = name, ["output_type"] = "stream", ["text"] = text },
        CellOutput.DisplayData(var data, var id) => Display("display_data", data, id),
        CellOutput.UpdateDisplayData(var data, var id) => Display("update_display_data", data, id),
        CellOutput.ExecuteResult(var data) => new()
        {
            ["data"] = Bundle(data),
            ["execution_count"] = executionCount,
            ["metadata"] = new JsonObject(),
            ["output_type"] = "execute_result",
        },
        CellOutput.ClearOutput(var wait) => new() { ["output_type"] = "clear_output", ["wait"] = wait },
        _ => throw new ArgumentException($"{output.GetType().Name} is no output that Jupyter knows.", nameof(output)),
    };

    /// <summary>The output that <see cref="Write(CellOutput, int?)"/> or a file wrote; for an error, see <see cref="ReadError"/>.</summary>
    public static CellOutput Read(JsonObject json) => json["output_type"]!.GetValue<string>() switch
    {
        "stream" => new CellOutput.Stream(json["name"]!.GetValue<string>(), MultilineText.Join(json["text"]!)),
        "display_data" => new CellOutput.DisplayData(Bundle(json), DisplayId(json)),
        "update_display_data" => new CellOutput.UpdateDisplayData(Bundle(json), DisplayId(json)!),
        "execute_result" => new CellOutput.ExecuteResult(Bundle(json)),
        "clear_output" => new CellOutput.ClearOutput(json["wait"]!.GetValue<bool>()),
        var type => throw new ArgumentException($"output_type is \"{type}\", expected an output.", nameof(json)),
    };

    /// <summary>An error, in a message and in a file alike.</summary>
    public static JsonObject Write(CellError error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["output_type"] = "error",
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
    };

    /// <summary>The error that an output of type "error" holds; null for other outputs.</summary>
    public static CellError? ReadError(JsonObject json) => json["output_type"]!.GetValue<string>() != "error" ? null
        : new CellError(
            json["ename"]!.GetValue<string>(),
            json["evalue"]!.GetValue<string>(),
            [.. json["traceback"]!.AsArray().Select(line => line!.GetValue<string>())]);

    /// <summary>
    /// The form of a message as a file has it: text split into lines, and nothing <see cref="Transient"/>.
    /// </summary>
    public static JsonObject ForFile(JsonObject message)
    {
        var json = message.DeepClone().AsObject();
        json.Remove("transient");
        if (json["text"] is { } text)
        {
            json["text"] = MultilineText.Split(MultilineText.Join(text));
        }

        if (json["data"] is JsonObject data)
        {
            RemoveTransient(data);
            foreach (var type in data.Select(entry => entry.Key).Where(type => !IsJson(type)).ToList())
            {
                data[type] = TextForFile(type, MultilineText.Join(data[type]!));
            }
        }

        return json;
    }

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

    private static JsonObject Display(string type, MimeBundle data, string? id)
    {
        var json = new JsonObject { ["data"] = Bundle(data), ["metadata"] = new JsonObject(), ["output_type"] = type };
        if (id is not null)
        {
            json["transient"] = new JsonObject { ["display_id"] = id };
        }

        return json;
    }

    private static string? DisplayId(JsonObject json) => json["transient"]?["display_id"]?.GetValue<string>();

    private static JsonObject Bundle(MimeBundle data) => new(data
        .OrderBy(entry => entry.Key, StringComparer.Ordinal)
        .Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value?.DeepClone())));

    private static MimeBundle Bundle(JsonObject json)
    {
        var bundle = new MimeBundle();
        foreach (var (type, value) in json["data"]!.AsObject())
        {
            bundle[type] = IsJson(type) ? value?.DeepClone()! : MultilineText.Join(value!);
        }

        return bundle;
    }
}
