using System.Text.Json.Nodes;

namespace NotebookSession.Documents;

/// <summary>One cell of a notebook: a view of its JSON, which keeps everything that this view does not know.</summary>
public abstract class NotebookCell
{
    private protected NotebookCell(JsonObject json) => Json = json;

    /// <summary>The cell as it stands in the file.</summary>
    public JsonObject Json { get; }

    /// <summary>The cell's id (nbformat 4.5), unique in its notebook; null in older files.</summary>
    public string? Id => (Json["id"] as JsonValue)?.TryGetValue<string>(out var id) == true ? id : null;

    /// <summary>The cell's text.</summary>
    public string Source
    {
        get => MultilineText.Join(Json["source"]!);
        set
        {
            if (value != Source)
            {
                Json["source"] = MultilineText.Split(value);
            }
        }
    }

    /// <summary>The cell's metadata: tags, and whatever the programs that edit notebooks keep there.</summary>
    public JsonObject Metadata => Json["metadata"]!.AsObject();

    /// <summary>The cell's tags, such as "raises-exception".</summary>
    public IReadOnlyList<string> Tags => Metadata["tags"] is JsonArray tags && MultilineText.Is(tags)
        ? [.. tags.Select(tag => tag!.GetValue<string>())]
        : [];

    /// <summary>The view for a cell whose JSON is what nbformat requires, as that of every cell of a notebook is.</summary>
    public static NotebookCell Of(JsonObject json) => json["cell_type"]!.GetValue<string>() switch
    {
        "code" => new CodeCell(json),
        "markdown" => new MarkdownCell(json),
        _ => new RawCell(json),
    };

    /// <summary>A new cell's JSON, its members in the order of nbformat's writer.</summary>
    private protected static JsonObject New(string type, string source, string? id, IEnumerable<string>? tags)
    {
        var json = new JsonObject { ["cell_type"] = type };
        if (type == "code")
        {
            json["execution_count"] = null;
        }

        if (id is not null)
        {
            json["id"] = id;
        }

        json["metadata"] = tags is null
            ? new JsonObject()
            : new JsonObject { ["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag)]) };
        if (type == "code")
        {
            json["outputs"] = new JsonArray();
        }

        json["source"] = MultilineText.Split(source);
        return json;
    }
}

/// <summary>A cell of text.</summary>
public sealed class MarkdownCell : NotebookCell
{
    internal MarkdownCell(JsonObject json)
        : base(json)
    {
    }

    /// <summary>A new cell.</summary>
    public MarkdownCell(string source, string? id = null, IEnumerable<string>? tags = null)
        : base(New("markdown", source, id, tags))
    {
    }
}

/// <summary>A cell that is neither run nor rendered.</summary>
public sealed class RawCell : NotebookCell
{
    internal RawCell(JsonObject json)
        : base(json)
    {
    }

    /// <summary>A new cell.</summary>
    public RawCell(string source, string? id = null, IEnumerable<string>? tags = null)
        : base(New("raw", source, id, tags))
    {
    }
}
