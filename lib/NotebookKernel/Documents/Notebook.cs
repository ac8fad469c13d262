using System.Text.Json;
using System.Text.Json.Nodes;
using Files;

namespace NotebookKernel.Documents;

/// <summary>
/// A Jupyter notebook (nbformat 4.0 to 4.5). It is kept as JSON, with views of what this library works with, so that
/// writing it loses nothing, and changes only what was changed.
/// </summary>
public sealed class Notebook
{
    private readonly List<Cell> _cells;
    private readonly JsonElement? _before;
    private readonly JsonLayout _layout;
    private readonly string _head, _tail;

    private Notebook(JsonObject json, JsonElement? before, JsonLayout layout, string head, string tail)
    {
        (Json, _before, _layout, _head, _tail) = (json, before, layout, head, tail);
        _cells = [.. json["cells"]!.AsArray().Select(cell => Cell.Of(cell!.AsObject()))];
    }

    /// <summary>An empty notebook of nbformat 4.5.</summary>
    public Notebook()
        : this(Empty(), null, JsonLayout.Nbformat, "", "\n")
    {
    }

    /// <summary>The notebook as it stands in the file.</summary>
    public JsonObject Json { get; }

    /// <summary>The notebook's metadata: kernelspec, language_info, and whatever else programs keep there.</summary>
    public JsonObject Metadata => Json["metadata"]!.AsObject();

    /// <summary>The cells, from the top.</summary>
    public IReadOnlyList<Cell> Cells => _cells;

    /// <summary>The cells of code, from the top.</summary>
    public IEnumerable<CodeCell> CodeCells => _cells.OfType<CodeCell>();

    /// <summary>Appends a cell.</summary>
    public void Add(Cell cell)
    {
        Json["cells"]!.AsArray().Add(cell.Json);
        _cells.Add(cell);
    }

    /// <summary>Replaces all cells; the rest of the notebook stays as it is.</summary>
    public void SetCells(IReadOnlyList<Cell> cells)
    {
        Json["cells"]!.AsArray().Clear();
        _cells.Clear();
        foreach (var cell in cells)
        {
            Add(cell);
        }
    }

    /// <summary>The language of the code cells, as the metadata name it ("C#", "python"); null if they do not.</summary>
    public string? Language =>
        Text(Metadata["kernelspec"], "language") ?? Text(Metadata["language_info"], "name");

    /// <summary>Reads a notebook from a file.</summary>
    /// <exception cref="NotebookFormatException">It is not a notebook of nbformat 4.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Notebook Read(string path) => Parse(NotebookFile.ReadText(path), path);

    /// <summary>Writes the notebook to a file: wholly or not at all. A link in its place is replaced.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(string path) => AtomicFile.WriteText(path, ToString());

    /// <summary>Reads a notebook from its text.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="path">What to call the notebook in an error.</param>
    /// <exception cref="NotebookFormatException">It is not a notebook of nbformat 4.</exception>
    public static Notebook Parse(string text, string path = "notebook")
    {
        var json = text.AsMemory(text.StartsWith('\ufeff') ? 1 : 0);
        JsonElement before;
        try
        {
            before = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 256 }).RootElement;
        }
        catch (JsonException e)
        {
            throw new NotebookFormatException(path, NotJson(text, e), e);
        }

        var node = before.ValueKind == JsonValueKind.Object ? JsonObject.Create(before) : null;
        if (NotebookFormat.Problem(node ?? JsonSerializer.SerializeToNode(before)) is { } problem)
        {
            throw new NotebookFormatException(path, problem);
        }

        var raw = before.GetRawText();
        var start = text.IndexOf('{', StringComparison.Ordinal);
        return new Notebook(node!, before, JsonLayout.Of(raw), text[..start], text[(start + raw.Length)..]);
    }

    /// <summary>The notebook's JSON text.</summary>
    public override string ToString() => _head + JsonText.Write(Json, _before, _layout) + _tail;

    private static string NotJson(string text, JsonException e)
    {
        var place = e.LineNumber is { } line ? $" at line {line + 1}, column {e.BytePositionInLine + 1}" : "";
        var reason = e.Message.Split(" LineNumber:")[0].Split(" Path:")[0];
        return string.IsNullOrWhiteSpace(text) ? "the file is empty"
            : text.Contains("\n<<<<<<< ", StringComparison.Ordinal) ? $"not JSON{place}: an unresolved merge conflict (<<<<<<<)"
            : $"not JSON{place}: {reason}";
    }

    private static JsonObject Empty() => new()
    {
        ["cells"] = new JsonArray(),
        ["metadata"] = new JsonObject(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    };

    private static string? Text(JsonNode? json, string name) =>
        (json as JsonObject)?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
