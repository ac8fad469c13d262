namespace NotebookSession;

/// <summary>What a part of a cell is written in.</summary>
internal enum CellLanguage
{
    CSharp,
    Html,
    Markdown,
    JavaScript,
}
