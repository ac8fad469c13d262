namespace NotebookPage.Live;

/// <summary>What a cell is.</summary>
public enum CellKind
{
    /// <summary>C#, to run.</summary>
    Code,

    /// <summary>Text, to read.</summary>
    Markdown,

    /// <summary>Neither run nor rendered.</summary>
    Raw,
}
