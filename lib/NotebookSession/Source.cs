namespace NotebookSession;

/// <summary>A piece of text that a session runs: a cell, or a file that a cell loads.</summary>
/// <param name="Name">What errors and stack traces call it.</param>
/// <param name="Folder">Where its relative paths start.</param>
/// <param name="ShowsResult">Whether the value of its last expression is shown.</param>
/// <param name="Loading">The files being loaded around it, innermost last.</param>
internal sealed record Source(string Name, string Folder, bool ShowsResult, IReadOnlyList<string> Loading)
{
    /// <summary>What the part that is run now is written in: its directives declare variables there.</summary>
    public CellLanguage Language { get; init; }
}
