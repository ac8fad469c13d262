using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Course.Live.Editing;
using NotebookSession.Documents;

namespace Course.Live.Files;

/// <summary>What was typed and isn't saved.</summary>
/// <param name="Base">The hash of the file that it was typed into.</param>
/// <param name="Time">When.</param>
/// <param name="Text">The cells; their outputs are in the file.</param>
internal sealed record Draft(string Base, DateTimeOffset Time, NotebookText Text);

/// <summary>The drafts of one notebook: a file that is there while something is unsaved, also after the program was killed.</summary>
internal sealed class DraftJournal(string folder, string notebook)
{
    private const int Deepest = 1000; // as deep as it is written: a notebook's metadata may be

    private readonly string _path = Path.Combine(folder, "drafts", Hash(notebook)[..24] + ".json");

    /// <summary>Names a content.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Replaces what is there: wholly or not at all.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(Draft draft)
    {
        PrivateFile.WriteText(_path, new JsonObject
        {
            ["notebook"] = notebook,
            ["base"] = draft.Base,
            ["time"] = draft.Time,
            ["cells"] = new JsonArray([.. draft.Text.Cells.Select(cell => new JsonObject
            {
                ["id"] = cell.Id,
                ["kind"] = cell.Kind.ToString(),
                ["source"] = cell.Source,
                ["json"] = cell.Json.DeepClone(),
            })]),
        }.ToJsonString());
    }

    /// <summary>What is there; null if there is nothing, or nothing that can be read.</summary>
    public Draft? Read()
    {
        try
        {
            var json = JsonNode.Parse(NotebookFile.ReadText(_path), documentOptions: new JsonDocumentOptions { MaxDepth = Deepest })!;
            return new Draft((string)json["base"]!, (DateTimeOffset)json["time"]!, new NotebookText([.. json["cells"]!.AsArray().Select(cell =>
                new CellText(
                    (string)cell!["id"]!,
                    Enum.Parse<CellKind>((string)cell["kind"]!),
                    (string)cell["source"]!,
                    cell["json"]!.DeepClone().AsObject()))]));
        }
        catch (Exception e) when (e is IOException or JsonException or NotebookFormatException or NullReferenceException
            or InvalidOperationException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    /// <summary>All is saved.</summary>
    public void Remove()
    {
        if (File.Exists(_path))
        {
            File.Delete(_path);
        }
    }
}
