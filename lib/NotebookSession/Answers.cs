namespace NotebookSession;

/// <summary>Whether a cell is "complete", "incomplete" or "invalid", and how the next line is indented.</summary>
public sealed record Completeness(string Status, string Indent);

/// <summary>The names that may replace a cell's text from one position to another.</summary>
public sealed record Completions(int Start, int End, IReadOnlyList<CompletionItem> Items);

/// <summary>A name to complete.</summary>
/// <param name="Text">What to insert.</param>
/// <param name="Kind">"method", "property", "class", "variable", "keyword" …</param>
/// <param name="Signature">Its declaration, in one line.</param>
/// <param name="Documentation">What it is for; empty if nobody said.</param>
public sealed record CompletionItem(string Text, string Kind, string Signature, string Documentation);

/// <summary>A method whose call is being written.</summary>
/// <param name="Label">Its declaration, in one line.</param>
/// <param name="Documentation">What it does; empty if nobody said.</param>
/// <param name="Parameters">What it takes.</param>
/// <param name="Current">The index of the parameter that is being written; -1 if it has none there.</param>
public sealed record Signature(string Label, string Documentation, IReadOnlyList<SignatureParameter> Parameters, int Current)
{
    /// <summary>The current parameter in a line of its own; empty if there is none.</summary>
    internal string Now => Parameters.ElementAtOrDefault(Current) is { } now
        ? $"▸ {now.Label}{(now.Documentation.Length > 0 ? $": {now.Documentation}" : "")}\n"
        : "";
}

/// <summary>A parameter of a method: its declaration as it stands in the method's, and what it is for.</summary>
public sealed record SignatureParameter(string Label, string Documentation);

/// <summary>A place where a notebook's code says a name, and means one certain thing by it.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How long the name is.</param>
/// <param name="IsDeclaration">Whether it is declared there.</param>
public sealed record NameReference(int Start, int Length, bool IsDeclaration);
