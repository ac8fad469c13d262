using NotebookSession.Documents;

namespace Corpus;

/// <summary>A cell that ran, and of whose text the file has some.</summary>
/// <param name="Number">The number in its brackets.</param>
/// <param name="Before">The text in the file.</param>
/// <param name="Now">The text of this run; null if the cell failed.</param>
internal sealed record ComparedCell(int Number, string Before, string? Now)
{
    public bool IsSame => Now == Before;

    public string Difference => $"[{Number}] {CellText.Difference(Before, Now ?? "")}";

    /// <summary>The cell of the file beside that of this run; null if there is nothing to compare.</summary>
    public static ComparedCell? Of(CodeCell before, CodeCell now) => (CellText.Of(before.Outputs), now.ExecutionCount) is ({ Length: > 0 } text, { } number)
        ? new ComparedCell(number, text, now.Outputs.Any(output => output!["output_type"]!.GetValue<string>() == "error") ? null : CellText.Of(now.Outputs))
        : null;
}
