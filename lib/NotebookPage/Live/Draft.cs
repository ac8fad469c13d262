using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookPage.Live.Editing;

namespace NotebookPage.Live;

/// <summary>What was typed and isn't saved.</summary>
/// <param name="Base">The hash of the text that it was typed into.</param>
/// <param name="Time">When.</param>
/// <param name="Text">The cells; their outputs are in the file.</param>
internal sealed record Draft(string Base, DateTimeOffset Time, NotebookText Text)
{
    private const int Deepest = 1000; // as deep as it is written: a notebook's metadata may be

    /// <summary>Names a content.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>As it is stored.</summary>
    /// <param name="notebook">Whose it is, for a reader.</param>
    public string Write(string notebook) => new JsonObject
    {
        ["notebook"] = notebook,
        ["base"] = Base,
        ["time"] = Time,
        ["cells"] = new JsonArray([.. Text.Cells.Select(cell => new JsonObject
        {
            ["id"] = cell.Id,
            ["kind"] = cell.Kind.ToString(),
            ["source"] = cell.Source,
            ["json"] = cell.Json.DeepClone(),
        })]),
    }.ToJsonString();

    /// <summary>What was stored; null if it can't be read.</summary>
    public static Draft? Read(string stored)
    {
        try
        {
            var json = JsonNode.Parse(stored, documentOptions: new JsonDocumentOptions { MaxDepth = Deepest })!;
            return new Draft((string)json["base"]!, (DateTimeOffset)json["time"]!, new NotebookText([.. json["cells"]!.AsArray().Select(cell =>
                new CellText(
                    (string)cell!["id"]!,
                    Enum.Parse<CellType>((string)cell["kind"]!),
                    (string)cell["source"]!,
                    cell["json"]!.DeepClone().AsObject()))]));
        }
        catch (Exception e) when (e is JsonException or NullReferenceException or InvalidOperationException or ArgumentException or FormatException)
        {
            return null;
        }
    }
}
