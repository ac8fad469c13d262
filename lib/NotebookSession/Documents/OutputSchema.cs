using System.Text.Json.Nodes;

namespace NotebookSession.Documents;

/// <summary>The outputs of a cell by nbformat's schema. One that has no meaning is left out, and said.</summary>
internal sealed class OutputSchema(SchemaFields fields, Repairs repairs)
{
    private static readonly string[] _types = ["stream", "display_data", "execute_result", "error"];

    /// <summary>Makes a cell's outputs a list of outputs.</summary>
    public void Outputs(JsonObject cell, string place)
    {
        if (cell["outputs"] is not JsonArray outputs)
        {
            repairs.Add($"{place}.outputs", $"is {SchemaFields.Kind(cell["outputs"])}, expected a list; it becomes an empty one");
            cell["outputs"] = outputs = [];
        }

        for (var (i, number) = (0, 0); i < outputs.Count; number++)
        {
            if (Output(outputs[i] as JsonObject, $"{place}.outputs[{number}]"))
            {
                i++;
            }
            else
            {
                outputs.RemoveAt(i);
            }
        }
    }

    private bool Output(JsonObject? output, string place)
    {
        var type = SchemaFields.String(output?["output_type"]);
        if (output is null || !_types.Contains(type))
        {
            repairs.Add(place, $"is no output that nbformat knows ({string.Join(", ", _types)}); it is left out");
            return false;
        }

        switch (type)
        {
            case "stream":
                fields.Line(output, "name", place, "stdout");
                return fields.Text(output, "text", place) || LeaveOut($"{place}.text");
            case "error":
                fields.Line(output, "ename", place);
                fields.Line(output, "evalue", place);
                Traceback(output, place);
                return true;
            case "execute_result":
                fields.Count(output, place);
                break;
        }

        fields.Bundle(output, "data", place);
        fields.Object(output, "metadata", place);
        output.Remove("transient"); // messages have it, files do not
        OutputJson.RemoveTransient(output["data"]!.AsObject());
        return true;
    }

    private bool LeaveOut(string place)
    {
        repairs.Add(place, "is no text; the output is left out");
        return false;
    }

    private void Traceback(JsonObject error, string place)
    {
        if (error["traceback"] is JsonArray lines && MultilineText.Is(lines))
        {
            return;
        }

        var texts = (error["traceback"] as JsonArray ?? [error["traceback"]?.DeepClone()]).Select(SchemaFields.String).OfType<string>();
        repairs.Add($"{place}.traceback", $"is {SchemaFields.Kind(error["traceback"])}, expected a list of strings; what is text of it stays");
        error["traceback"] = new JsonArray([.. texts.Select(line => (JsonNode)line)]);
    }
}
