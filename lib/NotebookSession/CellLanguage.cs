namespace NotebookSession;

/// <summary>What a part of a cell is written in.</summary>
internal enum CellLanguage
{
    CSharp,
    Html,
    Markdown,
    JavaScript,

    /// <summary>A text with a name, for cells to read.</summary>
    Value,
    FSharp,
    PowerShell,
    Sql,
    Kql,
    Mermaid,
    Http,
    Python,
    R,
}

/// <summary>The names of the languages, as notebooks of .NET Interactive have them.</summary>
internal static class CellLanguages
{
    private static readonly Dictionary<string, CellLanguage> _byName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["csharp"] = CellLanguage.CSharp,
        ["c#"] = CellLanguage.CSharp,
        ["html"] = CellLanguage.Html,
        ["markdown"] = CellLanguage.Markdown,
        ["md"] = CellLanguage.Markdown,
        ["javascript"] = CellLanguage.JavaScript,
        ["js"] = CellLanguage.JavaScript,
        ["value"] = CellLanguage.Value,
        ["fsharp"] = CellLanguage.FSharp,
        ["f#"] = CellLanguage.FSharp,
        ["pwsh"] = CellLanguage.PowerShell,
        ["powershell"] = CellLanguage.PowerShell,
        ["sql"] = CellLanguage.Sql,
        ["kql"] = CellLanguage.Kql,
        ["mermaid"] = CellLanguage.Mermaid,
        ["http"] = CellLanguage.Http,
        ["httpRequest"] = CellLanguage.Http,
        ["python"] = CellLanguage.Python,
        ["r"] = CellLanguage.R,
    };

    /// <summary>Between the directive of a cell's own language and its text: it is no line of the cell's, and is not counted.</summary>
    public const char SameLine = '\v';

    /// <summary>The directive of a cell's own language, if one stands before its text, and the text, which may hold any letter.</summary>
    public static (string? Own, string Text) OwnOf(string code) =>
        code.Split(SameLine, 2) is [var own, var text] && SwitchedTo(own) is not null ? (own, text) : (null, code);

    /// <summary>All names.</summary>
    public static IEnumerable<string> Names => _byName.Keys;

    /// <summary>The language of that name; null if there is none.</summary>
    public static CellLanguage? Named(string? name) => name is not null && _byName.TryGetValue(name, out var language) ? language : null;

    /// <summary>The language that a line switches to; null if it is no such directive. Only a value has options.</summary>
    public static CellLanguage? SwitchedTo(string line)
    {
        var words = line.Trim().Split(' ', 2);
        return words[0].StartsWith("#!", StringComparison.Ordinal) && Named(words[0][2..]) is { } language
            && (words.Length == 1 || language == CellLanguage.Value) ? language : null;
    }

    /// <summary>The name that .NET Interactive's files have for it.</summary>
    public static string NameOf(CellLanguage language) => _byName.First(entry => entry.Value == language).Key;

    /// <summary>Whether a part in that language is shown as what it is.</summary>
    public static bool IsShown(CellLanguage language) => language is CellLanguage.Html or CellLanguage.Markdown or CellLanguage.JavaScript;

    /// <summary>Whether a part in that language is passed over where there is nothing to run it.</summary>
    public static bool IsPassedOver(CellLanguage language) =>
        !IsShown(language) && language is not (CellLanguage.CSharp or CellLanguage.Value);

    /// <summary>Whether directives stand in its parts, besides those that switch the language.</summary>
    public static bool TakesDirectives(CellLanguage language) =>
        language is CellLanguage.CSharp or CellLanguage.FSharp or CellLanguage.PowerShell or CellLanguage.JavaScript;

    /// <summary>Its name in a sentence.</summary>
    public static string Shown(CellLanguage language) => language switch
    {
        CellLanguage.CSharp => "C#",
        CellLanguage.FSharp => "F#",
        CellLanguage.Sql or CellLanguage.Kql or CellLanguage.Html or CellLanguage.Http => $"{language}".ToUpperInvariant(),
        _ => $"{language}",
    };
}
