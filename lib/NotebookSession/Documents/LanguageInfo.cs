using System.Text.Json.Nodes;

namespace NotebookSession.Documents;

/// <summary>
/// What a kernel and a notebook say of C#. It is said once, because Jupyter and VS Code write the kernel's words into each
/// notebook that they save: were the lessons' others, every save would change them.
/// </summary>
public static class LanguageInfo
{
    /// <summary>The language_info of Jupyter's kernel_info_reply and of a notebook's metadata.</summary>
    public static JsonObject CSharp() => new()
    {
        ["codemirror_mode"] = "text/x-csharp",
        ["file_extension"] = ".cs",
        ["mimetype"] = "text/x-csharp",
        ["name"] = "C#",
        ["pygments_lexer"] = "csharp",
        ["version"] = "14.0",
    };

    /// <summary>What VS Code adds to the metadata of each code cell, since it calls the language "csharp" where Jupyter says "C#".</summary>
    public static JsonObject OfCellInVsCode() => new() { ["languageId"] = "csharp" };
}
