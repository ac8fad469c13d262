using NotebookPage.Live.Editing;
using NotebookSession.Documents;

namespace NotebookPage.Live;

/// <summary>Cells that were copied or cut: a value that any notebook may paste.</summary>
public sealed class CopiedCells
{
    private const string Name = "copied cells";

    internal CopiedCells(IReadOnlyList<CellText> texts) => Texts = texts;

    /// <summary>No cells.</summary>
    public static CopiedCells None { get; } = new([]);

    internal IReadOnlyList<CellText> Texts { get; }

    /// <summary>The text of a notebook that has these cells, without outputs.</summary>
    public string Write()
    {
        var notebook = new Notebook();
        notebook.SetCells([.. Texts.Select(cell => cell.ToCell(withId: true))]);
        return notebook.ToText(Name);
    }

    /// <summary>The cells of a notebook.</summary>
    /// <exception cref="NotebookFormatException">The text isn't one.</exception>
    public static CopiedCells Read(string notebook) => new(FileFormat.Read(Notebook.Parse(notebook, Name)).Text.Cells);
}

/// <summary>The cells that were copied or cut last, in whichever notebook.</summary>
public interface IClipboard
{
    /// <summary>The cells.</summary>
    CopiedCells Cells { get; set; }
}

/// <summary>In this program's memory.</summary>
public sealed class Clipboard : IClipboard
{
    /// <inheritdoc/>
    public CopiedCells Cells { get; set; } = CopiedCells.None;
}
