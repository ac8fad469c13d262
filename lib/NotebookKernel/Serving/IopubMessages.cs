using System.Text.Json.Nodes;
using NotebookSession;

namespace NotebookKernel.Serving;

/// <summary>A cell's outputs as iopub messages.</summary>
internal static class IopubMessages
{
    /// <summary>Type and content of the message for an output.</summary>
    /// <param name="output">The output.</param>
    /// <param name="count">The cell's execution count.</param>
    public static (string Type, JsonObject Content) Of(CellOutput output, int count) => output switch
    {
        CellOutput.Stream(var name, var text) => ("stream", new JsonObject { ["name"] = name, ["text"] = text }),
        CellOutput.DisplayData(var data, var id) => ("display_data", Display(data, id)),
        CellOutput.UpdateDisplayData(var data, var id) => ("update_display_data", Display(data, id)),
        CellOutput.ExecuteResult(var data) => ("execute_result", Result(data, count)),
        CellOutput.ClearOutput(var wait) => ("clear_output", new JsonObject { ["wait"] = wait }),
        _ => throw new InvalidOperationException($"{output} has no message."),
    };

    /// <summary>The formats of a value.</summary>
    public static JsonObject Data(MimeBundle bundle) =>
        new(bundle.Select(format => KeyValuePair.Create(format.Key, (JsonNode?)format.Value.DeepClone())));

    private static JsonObject Result(MimeBundle bundle, int count) =>
        new() { ["execution_count"] = count, ["data"] = Data(bundle), ["metadata"] = new JsonObject() };

    private static JsonObject Display(MimeBundle bundle, string? id) => new()
    {
        ["data"] = Data(bundle),
        ["metadata"] = new JsonObject(),
        ["transient"] = id is null ? [] : new JsonObject { ["display_id"] = id },
    };
}
