using SequenceModels.Layers;
using SequenceModels.Probes;
using static SequenceModels.Charts.Drawing;

namespace SequenceModels.Charts;

/// <summary>
/// <code>
///             ┌───────┐                     h_0
///             ▼       │                      ▼
///   x_t ──▶ tanh ─────┴▶ h_t     x_1 ──▶ tanh ──▶ h_1
///                                            ▼
///                                 x_2 ──▶ tanh ──▶ h_2 …
/// </code>
/// </summary>
internal static class RnnDiagram
{
    private const double WordX = 62, WordWidth = 116, CellX = 222, CellWidth = 64, LoopX = 284;
    private const double FoldedRow = 66, FirstRow = 192, Pitch = 68;

    private const string Arrangement =
        "Folded, at the top: the word and the state before go into the cell, and its new state goes back into it. Unrolled, "
        + "below: the same cell once for each word, from top to bottom, each handing its state to the next.";

    public static LivingDiagram Draw(IReadOnlyList<string> words, RnnTrace trace, int unit)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var at = new UnitAtWords(words, unit, trace.H0.Shape.Size);
        var (fromX, fromH, h) = (at.Of(trace.FromX, "FromX"), at.Of(trace.FromH, "FromH"), at.Of(trace.H, "H"));
        var before = at.Before(trace.H, trace.H0, "H");
        var function = trace.Nonlinearity == Nonlinearity.Tanh ? "tanh" : "relu";
        var lastRow = FirstRow + Pitch * (words.Count - 1);

        var drawing = new Drawing((int)lastRow + 28);
        drawing.Word(WordX, FoldedRow, WordWidth, words);
        drawing.Arrow("", WordX + WordWidth / 2, FoldedRow, CellX - CellWidth / 2 - 1, FoldedRow);
        drawing.Box(CellX, FoldedRow, CellWidth, "gate", function);
        drawing.Arrow("state", CellX + CellWidth / 2, FoldedRow, Width - 4, FoldedRow);
        drawing.Arrow("state", LoopX, FoldedRow, LoopX, 14, CellX, 14, CellX, FoldedRow - 20);
        drawing.Text(LoopX + 6, 26, "hₜ₋₁", Start);
        drawing.Value(LoopX + 38, 26, before);
        drawing.Text(4, FoldedRow - 26, "xₜ", Start);
        drawing.Text(Width - 4, FoldedRow - 10, "hₜ", End);
        drawing.Value(Width - 4, FoldedRow + 20, h, End);
        drawing.Value(CellX - 36, FoldedRow - 8, fromX, End);
        drawing.Value(CellX - 6, FoldedRow - 28, fromH, End);
        drawing.Text(4, FoldedRow + 46, "the same cell, unrolled:", Start, "small");

        drawing.Text(CellX + 6, FirstRow - 46, "h₀", Start, "small");
        for (var t = 0; t < words.Count; t++)
        {
            var y = FirstRow + Pitch * t;
            drawing.Shade(t, 0, y - 24, Width, y + 24);
            drawing.Box(WordX, y, WordWidth, "read", words[t]);
            drawing.Arrow("", WordX + WordWidth / 2, y, CellX - CellWidth / 2 - 1, y);
            drawing.Value(CellX - 36, y - 8, fromX[t], End);
            drawing.Arrow("state", CellX, t == 0 ? y - 56 : y + 19 - Pitch, CellX, y - 20);
            drawing.Value(CellX - 6, y - 28, fromH[t], End);
            drawing.Box(CellX, y, CellWidth, "gate", function);
            drawing.Arrow("state", CellX + CellWidth / 2, y, Width - 50, y);
            drawing.Value(Width - 4, y + 5, h[t], End);
        }

        var told = words.Select((word, t) =>
            $"At “{word}”, the word gives {Number(fromX[t])} and the state before, {Number(before[t])}, gives with the other "
            + $"units {Number(fromH[t])}: h = {function}({Number(fromX[t])} + {Number(fromH[t])}) = {Number(h[t])}.");
        return new LivingDiagram(
            $"An RNN, folded and unrolled, unit {unit}", Arrangement, words,
            drawing.Write($"A recurrent network. {Arrangement}"), [.. told]);
    }
}
