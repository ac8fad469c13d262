using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookSession.Documents;

/// <summary>
/// A notebook ⇄ .NET Interactive's .dib: a text in which a line with a language's name, <c>#!csharp</c>, begins a cell. It has
/// no outputs and no ids. What it says of languages, <c>#!meta</c>, stays in the notebook's metadata.
/// </summary>
internal static class Dib
{
    private const string Meta = "#!meta";

    /// <summary>Whether a file of that name is one.</summary>
    public static bool Is(string path) => Path.GetExtension(path).ToUpperInvariant() is ".DIB" or ".DOTNET-INTERACTIVE";

    public static Notebook Parse(string text)
    {
        var lines = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        var notebook = new Notebook();
        notebook.Metadata["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" };
        notebook.Metadata["language_info"] = new JsonObject { ["name"] = "polyglot-notebook" };
        var language = CellLanguages.NameOf(CellLanguage.CSharp);
        var names = new HashSet<string>(CellLanguages.Names, StringComparer.OrdinalIgnoreCase) { Meta[2..] };
        for (var at = 0; at < lines.Length;)
        {
            var end = Array.FindIndex(lines, at, line => Named(line, names) is not null);
            end = end < 0 ? lines.Length : end;
            var source = string.Join('\n', lines[at..end]).Trim('\n', ' ', '\t');
            if (language == Meta[2..])
            {
                language = ReadMeta(source, notebook, names);
            }
            else if (source.Length > 0)
            {
                notebook.Add(CellOf(language, source));
            }

            language = end < lines.Length ? Named(lines[end], names)! : language;
            at = end + 1;
        }

        return notebook;
    }

    public static string Write(Notebook notebook)
    {
        var text = new StringBuilder();
        if (notebook.Metadata["polyglot_notebook"] is JsonObject meta)
        {
            text.Append($"{Meta}\n\n{meta.ToJsonString()}\n\n");
        }

        foreach (var cell in notebook.Cells)
        {
            var language = cell switch
            {
                MarkdownCell => CellLanguage.Markdown,
                CodeCell code => CellLanguages.Named(code.Language) ?? CellLanguage.CSharp,
                _ => CellLanguage.Html,
            };
            text.Append($"#!{(cell as CodeCell)?.Language ?? CellLanguages.NameOf(language)}\n\n{cell.Source}\n\n");
        }

        return text.ToString();
    }

    private static string? Named(string line, HashSet<string> names) =>
        line.StartsWith("#!", StringComparison.Ordinal) && line[2..].Trim() is var name && names.Contains(name) ? name : null;

    private static NotebookCell CellOf(string language, string source)
    {
        if (CellLanguages.Named(language) == CellLanguage.Markdown)
        {
            return new MarkdownCell(source);
        }

        var cell = new CodeCell(source);
        if (CellLanguages.Named(language) != CellLanguage.CSharp)
        {
            cell.Metadata["polyglot_notebook"] = new JsonObject { ["kernelName"] = language };
        }

        return cell;
    }

    // The names of the kernels that the notebook knows. The result is the language that cells have without a name.
    private static string ReadMeta(string json, Notebook notebook, HashSet<string> names)
    {
        try
        {
            var meta = JsonNode.Parse(json) as JsonObject ?? [];
            notebook.Metadata["polyglot_notebook"] = meta.DeepClone();
            foreach (var item in meta["kernelInfo"]?["items"] as JsonArray ?? [])
            {
                names.UnionWith([$"{item?["name"]}", .. (item?["aliases"] as JsonArray ?? []).Select(alias => $"{alias}")]);
            }

            return meta["kernelInfo"]?["defaultKernelName"] is JsonValue name ? $"{name}" : CellLanguages.NameOf(CellLanguage.CSharp);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return CellLanguages.NameOf(CellLanguage.CSharp);
        }
    }
}
