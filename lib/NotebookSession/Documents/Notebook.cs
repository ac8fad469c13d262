using System.Text.Json.Nodes;
using Files;

namespace NotebookSession.Documents;

/// <summary>
/// A Jupyter notebook (nbformat 4.0 to 4.5). It is kept as JSON, with views of what this library works with, so that
/// writing it loses nothing that it does not know.
/// </summary>
public sealed class Notebook
{
    private readonly List<NotebookCell> _cells;

    private Notebook(JsonObject json, IReadOnlyList<string> repairs)
    {
        (Json, Repairs) = (json, repairs);
        _cells = [.. json["cells"]!.AsArray().Select(cell => NotebookCell.Of(cell!.AsObject()))];
    }

    /// <summary>An empty notebook of nbformat 4.5.</summary>
    public Notebook()
        : this(Empty(), [])
    {
    }

    /// <summary>The notebook as a file holds it.</summary>
    public JsonObject Json { get; }

    /// <summary>What was wrong with the file and is repaired here, a line each.</summary>
    public IReadOnlyList<string> Repairs { get; }

    /// <summary>The notebook's metadata: kernelspec, language_info, and whatever else programs keep there.</summary>
    public JsonObject Metadata => Json["metadata"]!.AsObject();

    /// <summary>The cells, from the top.</summary>
    public IReadOnlyList<NotebookCell> Cells => _cells;

    /// <summary>The cells of code, from the top.</summary>
    public IEnumerable<CodeCell> CodeCells => _cells.OfType<CodeCell>();

    /// <summary>Appends a cell.</summary>
    public void Add(NotebookCell cell)
    {
        Json["cells"]!.AsArray().Add(cell.Json);
        _cells.Add(cell);
    }

    /// <summary>Replaces all cells; the rest of the notebook stays as it is.</summary>
    public void SetCells(IReadOnlyList<NotebookCell> cells)
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

    /// <summary>Whether a C# session can run it: it says so, or says nothing, or each of its cells of code names a language of its own, and one C#.</summary>
    public bool IsCSharp => Language is null or "C#" or "csharp" or "polyglot-notebook"
        || (CodeCells.All(cell => cell.Language is not null) && CodeCells.Any(cell => CellLanguages.Named(cell.Language) == CellLanguage.CSharp));

    /// <summary>Reads a notebook from a file.</summary>
    /// <exception cref="NotebookFormatException">It is not a notebook of nbformat 4.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Notebook Read(string path) => Parse(NotebookFile.ReadText(path), path);

    /// <summary>Writes the notebook to a file: wholly or not at all. A link in its place is replaced.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(string path) => AtomicFile.WriteText(path, ToText(path));

    /// <summary>The text for a file of that name: a .dib's, or JSON.</summary>
    public string ToText(string path) => Dib.Is(path) ? Dib.Write(this) : ToString();

    /// <summary>Reads a notebook from its text.</summary>
    /// <param name="text">The JSON, or the text of a .dib.</param>
    /// <param name="path">Its name: what to call it in an error, and whether it is a .dib.</param>
    /// <exception cref="NotebookFormatException">It is not a notebook of nbformat 4.</exception>
    public static Notebook Parse(string text, string path = "notebook")
    {
        if (Dib.Is(path))
        {
            return Dib.Parse(text);
        }

        var repairs = new Repairs(path);
        return new Notebook(new NotebookSchema(repairs).Notebook(ReadJson.Parse(text, repairs)), repairs.All);
    }

    /// <summary>The notebook's file: as nbformat's own writer makes it.</summary>
    public override string ToString() => JsonText.Write(Json) + "\n";

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
