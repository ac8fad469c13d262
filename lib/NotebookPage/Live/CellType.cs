namespace NotebookPage.Live;

/// <summary>What a cell is.</summary>
public enum CellType
{
    /// <summary>C#, to run.</summary>
    Code,

    /// <summary>Text, to read.</summary>
    Markdown,

    /// <summary>Neither run nor rendered.</summary>
    Raw,
}
