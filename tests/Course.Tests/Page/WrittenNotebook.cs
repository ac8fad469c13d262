using System.Text.Json.Nodes;

namespace Course.Tests.Page;

/// <summary>A notebook for a test, as its file has it.</summary>
internal static class WrittenNotebook
{
    /// <summary>A notebook of these cells: code, or Markdown if it begins with "md:".</summary>
    public static JsonObject Of(params string[] cells) => new()
    {
        ["cells"] = new JsonArray([.. cells.Select((cell, i) => Cell($"cell-{i}", cell))]),
        ["metadata"] = new JsonObject(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    };

    private static JsonObject Cell(string id, string text) => text.StartsWith("md:", StringComparison.Ordinal)
        ? new JsonObject { ["cell_type"] = "markdown", ["id"] = id, ["metadata"] = new JsonObject(), ["source"] = text[3..] }
        : new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["id"] = id,
            ["metadata"] = new JsonObject(),
            ["outputs"] = new JsonArray(),
            ["source"] = text,
        };
}
