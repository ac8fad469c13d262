using SequenceModels.Probes;
using static SequenceModels.Charts.Drawing;

namespace SequenceModels.Charts;

/// <summary>
/// <code>
///   c_{t-1} ──×──────────────+──┬──▶ c_t
///             f        i × g    tanh
///                            o × ──▶ h_t
///   h_{t-1} ──┴────┴────┴────┘
///            x_t
/// </code>
/// </summary>
internal static class LstmDiagram
{
    private const double Forget = 88, Input = 152, Candidate = 216, Output = 280, GateWidth = 60;
    private const double MemoryRow = 46, WriteRow = 112, GateRow = 190, BusRow = 234, WordRow = 286;

    public static LivingDiagram Draw(IReadOnlyList<string> words, LstmTrace trace, int unit)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var at = new UnitAtWords(words, unit, trace.H0.Shape.Size);
        var (i, f, g, o) = (at.Of(trace.I, "I"), at.Of(trace.F, "F"), at.Of(trace.G, "G"), at.Of(trace.O, "O"));
        var (c, h) = (at.Of(trace.C, "C"), at.Of(trace.H, "H"));
        var (oldC, oldH) = (at.Before(trace.C, trace.C0, "C"), at.Before(trace.H, trace.H0, "H"));
        var (written, shown) = (Times(i, g), Array.ConvertAll(c, MathF.Tanh));

        var drawing = new Drawing(height: 312);
        drawing.Frame(54, 16, 322, 258);
        drawing.Arrow("memory", 4, MemoryRow, Forget - 13, MemoryRow);
        drawing.Arrow("memory", Forget + 11, MemoryRow, Candidate - 13, MemoryRow);
        drawing.Arrow("memory", Candidate + 11, MemoryRow, Width - 4, MemoryRow);
        drawing.Operation(Forget, MemoryRow, "×");
        drawing.Operation(Candidate, MemoryRow, "+");
        drawing.Operation(Candidate, WriteRow, "×");
        drawing.Operation(Output, WriteRow, "×");

        drawing.Arrow("", Forget, GateRow - 18, Forget, MemoryRow + 12);
        drawing.Arrow("", Input, GateRow - 18, Input, WriteRow, Candidate - 12, WriteRow);
        drawing.Arrow("", Candidate, GateRow - 18, Candidate, WriteRow + 12);
        drawing.Arrow("", Candidate, WriteRow - 11, Candidate, MemoryRow + 12);
        drawing.Arrow("", Output, GateRow - 18, Output, WriteRow + 12);
        drawing.Arrow("", Output, MemoryRow + 2, Output, WriteRow - 12);
        drawing.Text(Output - 6, 76, "tanh", End, "small");
        drawing.Arrow("state", Output + 11, WriteRow, Width - 4, WriteRow);

        drawing.Box(Forget, GateRow, GateWidth, "gate", "f", "forget");
        drawing.Box(Input, GateRow, GateWidth, "gate", "i", "input");
        drawing.Box(Candidate, GateRow, GateWidth, "candidate", "g", "candidate");
        drawing.Box(Output, GateRow, GateWidth, "gate", "o", "output");
        drawing.Line("state", 4, BusRow, Output, BusRow);
        foreach (var x in new[] { Forget, Input, Candidate, Output })
        {
            drawing.Arrow("", x, BusRow, x, GateRow + 19);
        }

        drawing.Arrow("", (Input + Candidate) / 2, WordRow - 18, (Input + Candidate) / 2, BusRow);
        drawing.Word((Input + Candidate) / 2, WordRow, 150, words);
        drawing.Text(100, WordRow + 4, "xₜ", End);

        drawing.Text(4, 34, "cₜ₋₁", Start);
        drawing.Text(Width - 4, 34, "cₜ", End);
        drawing.Text(Width - 4, WriteRow - 10, "hₜ", End);
        drawing.Text(4, BusRow - 8, "hₜ₋₁", Start);
        drawing.Value(4, 66, oldC);
        drawing.Value(Width - 4, 66, c, End);
        drawing.Value(Width - 4, WriteRow + 20, h, End);
        drawing.Value(4, BusRow + 18, oldH);
        drawing.Value(Forget + 6, 142, f);
        drawing.Value(Input + 6, 142, i);
        drawing.Value(Candidate + 6, 150, g);
        drawing.Value(Candidate - 6, 88, written, End);
        drawing.Value(Output + 6, 150, o);
        drawing.Value(Output + 6, 90, shown);
        drawing.Value((Forget + Candidate) / 2, 34, Times(f, oldC), Middle);

        var told = words.Select((word, t) =>
            $"At “{word}”, f keeps {Number(f[t])} of the memory {Number(oldC[t])}, and i writes {Number(i[t])} of the "
            + $"candidate {Number(g[t])}: c = {Number(f[t])} · {Number(oldC[t])} + {Number(i[t])} · {Number(g[t])} = "
            + $"{Number(c[t])}. Of tanh c = {Number(shown[t])}, o shows {Number(o[t])}: h = {Number(h[t])}.");
        return new LivingDiagram(
            $"An LSTM cell, unit {unit}", Arrangement, words, drawing.Write($"An LSTM cell. {Arrangement}"), [.. told]);
    }

    private const string Arrangement =
        "The memory c runs along the top: it is multiplied by the forget gate f, then the candidate g, multiplied by the "
        + "input gate i, is added. The new hidden state h is tanh of the new memory, multiplied by the output gate o. "
        + "All gates and the candidate read the word x and the hidden state before it.";

    private static float[] Times(float[] gate, float[] value) => [.. gate.Zip(value, (a, b) => a * b)];
}
