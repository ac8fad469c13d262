using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookKernel.Documents;

/// <summary>What nbformat 4 requires of a notebook, checked once when it is read, with the place of the first fault.</summary>
internal static class NotebookFormat
{
    private static readonly string[] CellTypes = ["code", "markdown", "raw"];
    private static readonly string[] OutputTypes = ["stream", "display_data", "execute_result", "error"];

    /// <summary>The first thing that is wrong, or null.</summary>
    public static string? Problem(JsonNode? json)
    {
        if (json is not JsonObject notebook)
        {
            return $"the file holds {Kind(json)}, expected a JSON object with \"cells\"";
        }

        return Version(notebook)
            ?? Require(notebook, "the notebook", "nbformat_minor", JsonValueKind.Number)
            ?? Require(notebook, "the notebook", "metadata", JsonValueKind.Object)
            ?? Require(notebook, "the notebook", "cells", JsonValueKind.Array)
            ?? First(notebook["cells"]!.AsArray(), "cells", Cell);
    }

    private static string? Version(JsonObject notebook)
    {
        if (Require(notebook, "the notebook", "nbformat", JsonValueKind.Number) is { } problem)
        {
            return problem;
        }

        var version = notebook["nbformat"]!.ToJsonString();
        return version == "4" ? null : $"nbformat {version}, expected 4"
            + (version is "1" or "2" or "3" ? "; open it in Jupyter and save it, which converts it" : "");
    }

    private static string? Cell(JsonNode? json, string place) =>
        Require(json, place, "cell_type", JsonValueKind.String)
        ?? OneOf(json!["cell_type"]!, $"{place}.cell_type", CellTypes)
        ?? Require(json, place, "metadata", JsonValueKind.Object)
        ?? Text(json, place, "source")
        ?? (json["cell_type"]!.GetValue<string>() == "code" ? Code(json, place) : null);

    private static string? Code(JsonNode cell, string place) =>
        Require(cell, place, "execution_count", JsonValueKind.Number, JsonValueKind.Null)
        ?? Require(cell, place, "outputs", JsonValueKind.Array)
        ?? First(cell["outputs"]!.AsArray(), $"{place}.outputs", Output);

    private static string? Output(JsonNode? json, string place) =>
        Require(json, place, "output_type", JsonValueKind.String)
        ?? OneOf(json!["output_type"]!, $"{place}.output_type", OutputTypes)
        ?? json["output_type"]!.GetValue<string>() switch
        {
            "stream" => Require(json, place, "name", JsonValueKind.String) ?? Text(json, place, "text"),
            "error" => Require(json, place, "ename", JsonValueKind.String)
                ?? Require(json, place, "evalue", JsonValueKind.String)
                ?? Text(json, place, "traceback"),
            _ => Require(json, place, "data", JsonValueKind.Object),
        };

    private static string? First(JsonArray items, string place, Func<JsonNode?, string, string?> problem) =>
        items.Select((item, i) => problem(item, $"{place}[{i}]")).FirstOrDefault(found => found is not null);

    private static string? Require(JsonNode? json, string place, string name, params JsonValueKind[] kinds)
    {
        if (json is not JsonObject o)
        {
            return $"{place} is {Kind(json)}, expected an object";
        }

        return !o.TryGetPropertyValue(name, out var value) ? $"{place} has no \"{name}\""
            : kinds.Contains(KindOf(value)) ? null
            : $"{place}.{name} is {Kind(value)}, expected {string.Join(" or ", kinds.Select(Name))}";
    }

    private static string? Text(JsonNode json, string place, string name) =>
        !json.AsObject().ContainsKey(name) ? $"{place} has no \"{name}\""
        : MultilineText.Is(json[name]) ? null
        : $"{place}.{name} is {Kind(json[name])}, expected a string or a list of strings";

    private static string? OneOf(JsonNode value, string place, string[] known) =>
        known.Contains(value.GetValue<string>()) ? null
        : $"{place} is \"{value.GetValue<string>()}\", expected {string.Join(" or ", known)}";

    private static JsonValueKind KindOf(JsonNode? value) => value?.GetValueKind() ?? JsonValueKind.Null;

    private static string Kind(JsonNode? value) => Name(KindOf(value));

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
