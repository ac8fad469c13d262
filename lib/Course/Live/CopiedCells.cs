using Course.Live.Editing;

namespace Course.Live;

/// <summary>Cells that were copied or cut: a value that any notebook may paste.</summary>
public sealed class CopiedCells
{
    internal CopiedCells(IReadOnlyList<CellText> texts) => Texts = texts;

    /// <summary>No cells.</summary>
    public static CopiedCells None { get; } = new([]);

    internal IReadOnlyList<CellText> Texts { get; }
}
