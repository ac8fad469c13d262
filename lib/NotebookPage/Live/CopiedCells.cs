using NotebookPage.Live.Editing;

namespace NotebookPage.Live;

/// <summary>Cells that were copied or cut: a value that any notebook may paste.</summary>
public sealed class CopiedCells
{
    internal CopiedCells(IReadOnlyList<CellText> texts) => Texts = texts;

    /// <summary>No cells.</summary>
    public static CopiedCells None { get; } = new([]);

    internal IReadOnlyList<CellText> Texts { get; }
}

/// <summary>The cells that were copied or cut last, in whichever notebook.</summary>
public sealed class Clipboard
{
    /// <summary>The cells.</summary>
    public CopiedCells Cells { get; set; } = CopiedCells.None;
}
