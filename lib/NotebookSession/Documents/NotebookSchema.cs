using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NotebookSession.Documents;

/// <summary>
/// Makes of a file's JSON a notebook by nbformat's schema (4.0 to 4.5), in the form that nbformat itself gives it on reading.
/// What has a plain meaning is repaired and said; the rest is refused, with its cell and its field.
/// </summary>
/// <remarks>nbformat.readthedocs.io, "The notebook file format".</remarks>
internal sealed partial class NotebookSchema(Repairs repairs)
{
    private const int MinorWithIds = 5;
    private static readonly string[] _cellTypes = ["code", "markdown", "raw"];
    private readonly SchemaFields _fields = new(repairs);
    private readonly HashSet<string> _ids = [];

    /// <summary>The notebook.</summary>
    /// <exception cref="NotebookFormatException">The JSON is not a notebook.</exception>
    public JsonObject Notebook(JsonNode? json)
    {
        var notebook = json as JsonObject
            ?? throw repairs.Refusal($"the file holds {(json is null ? "null" : SchemaFields.Kind(json))}, expected a JSON object with \"cells\"");
        RequireVersion(notebook["nbformat"]);
        var cells = notebook["cells"] as JsonArray
            ?? throw repairs.Refusal($"cells is {SchemaFields.Kind(notebook["cells"])}, expected a list");
        var minor = Minor(notebook, cells);
        _fields.Object(notebook, "metadata", "the notebook");
        foreach (var transient in new[] { "orig_nbformat", "orig_nbformat_minor", "signature" })
        {
            notebook["metadata"]!.AsObject().Remove(transient);
        }

        for (var i = 0; i < cells.Count; i++)
        {
            var place = $"cells[{i}]";
            Cell(cells[i] as JsonObject ?? throw repairs.Refusal($"{place} is {SchemaFields.Kind(cells[i])}, expected an object"), place);
            if (minor >= MinorWithIds)
            {
                Id(cells[i]!.AsObject(), place, i);
            }
        }

        return notebook;
    }

    private void RequireVersion(JsonNode? version)
    {
        var text = version?.ToJsonString() ?? "missing";
        if (text != "4")
        {
            throw repairs.Refusal($"nbformat is {text}, expected 4"
                + (text is "1" or "2" or "3" ? "; open it in Jupyter and save it, which converts it" : ""));
        }
    }

    private int Minor(JsonObject notebook, JsonArray cells)
    {
        if (notebook["nbformat_minor"] is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            && int.TryParse(value.ToJsonString(), out var minor) && minor >= 0)
        {
            return minor;
        }

        var made = cells.Any(cell => (cell as JsonObject)?.ContainsKey("id") == true) ? MinorWithIds : MinorWithIds - 1;
        repairs.Add("nbformat_minor", $"is {SchemaFields.Kind(notebook["nbformat_minor"])}, and becomes {made}");
        notebook["nbformat_minor"] = made;
        return made;
    }

    private void Cell(JsonObject cell, string place)
    {
        var type = SchemaFields.String(cell["cell_type"]);
        if (!_cellTypes.Contains(type))
        {
            throw repairs.Refusal($"{place}.cell_type is {(type is null ? SchemaFields.Kind(cell["cell_type"]) : $"\"{type}\"")}, "
                + $"expected {string.Join(" or ", _cellTypes)}");
        }

        if (!_fields.Text(cell, "source", place))
        {
            throw repairs.Refusal($"{place}.source is {SchemaFields.Kind(cell["source"])}, expected a string or a list of strings");
        }

        _fields.Object(cell, "metadata", place);
        Metadata(cell["metadata"]!.AsObject(), place);
        if (cell.ContainsKey("attachments"))
        {
            _fields.Object(cell, "attachments", place);
            foreach (var name in cell["attachments"]!.AsObject().Select(attachment => attachment.Key).ToList())
            {
                _fields.Bundle(cell["attachments"]!.AsObject(), name, $"{place}.attachments");
            }
        }

        if (type == "code")
        {
            _fields.Count(cell, place);
            new OutputSchema(_fields, repairs).Outputs(cell, place);
        }
    }

    private void Metadata(JsonObject metadata, string place)
    {
        metadata.Remove("trusted"); // nbformat's own note, which no file holds
        if (metadata.ContainsKey("tags") && !(metadata["tags"] is JsonArray tags && MultilineText.Is(tags)))
        {
            repairs.Add($"{place}.metadata.tags", $"is {SchemaFields.Kind(metadata["tags"])}, expected a list of strings; it is left out");
            metadata.Remove("tags");
        }
    }

    private void Id(JsonObject cell, string place, int index)
    {
        var id = SchemaFields.String(cell["id"]);
        if (id is not null && IdPattern().IsMatch(id) && _ids.Add(id))
        {
            return;
        }

        var made = Enumerable.Range(0, int.MaxValue).Select(n => $"cell-{index + n}").First(_ids.Add);
        repairs.Add($"{place}.id", (id is null ? $"is {SchemaFields.Kind(cell["id"])}" : "is another cell's, or none that nbformat allows") + $"; it becomes {made}");
        cell["id"] = made;
    }

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}\\z")]
    private static partial Regex IdPattern();
}
