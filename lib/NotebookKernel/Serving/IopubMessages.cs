using System.Text.Json.Nodes;
using NotebookSession;
using NotebookSession.Documents;

namespace NotebookKernel.Serving;

/// <summary>A cell's outputs as iopub messages.</summary>
internal static class IopubMessages
{
    /// <summary>Type and content of the message for an output.</summary>
    /// <param name="output">The output.</param>
    /// <param name="count">The cell's execution count.</param>
    public static (string Type, JsonObject Content) Of(CellOutput output, int count)
    {
        var content = OutputJson.Write(output is CellOutput.ExecuteResult result ? result with { Count = count } : output);
        var type = (string)content["output_type"]!;
        content.Remove("output_type");
        return (type, content);
    }
}
