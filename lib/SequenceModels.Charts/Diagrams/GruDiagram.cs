using SequenceModels.Probes;
using static SequenceModels.Charts.Drawing;

namespace SequenceModels.Charts;

/// <summary>
/// <code>
///   h_{t-1} ──×───────────+──▶ h_t
///             ├─▶ 1 − ──▶ ×
///             z     r ──▶ n
///   h_{t-1} ──┴─────┴─────┘
///            x_t
/// </code>
/// </summary>
internal static class GruDiagram
{
    private const double Update = 96, Reset = 182, Candidate = 276, GateWidth = 68;
    private const double StateRow = 46, WriteRow = 112, GateRow = 190, BusRow = 234, WordRow = 286;

    private const string Arrangement =
        "The state h runs along the top: it is multiplied by the update gate z, then the candidate n, multiplied by 1 minus "
        + "z, is added. The gates read the word x and the state before it; the candidate reads the word and as much of the "
        + "state as the reset gate r shows.";

    public static LivingDiagram Draw(IReadOnlyList<string> words, GruTrace trace, int unit)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var at = new UnitAtWords(words, unit, trace.H0.Shape.Size);
        var (r, z, n, h) = (at.Of(trace.R, "R"), at.Of(trace.Z, "Z"), at.Of(trace.N, "N"), at.Of(trace.H, "H"));
        var before = at.Before(trace.H, trace.H0, "H");
        var writes = Array.ConvertAll(z, keeps => 1 - keeps);

        var drawing = new Drawing(height: 312);
        drawing.Frame(54, 16, 322, 258);
        drawing.Arrow("state", 4, StateRow, Update - 13, StateRow);
        drawing.Arrow("state", Update + 11, StateRow, Candidate - 13, StateRow);
        drawing.Arrow("state", Candidate + 11, StateRow, Width - 4, StateRow);
        drawing.Operation(Update, StateRow, "×");
        drawing.Operation(Candidate, StateRow, "+");
        drawing.Operation(Reset, WriteRow, "1−");
        drawing.Operation(Candidate, WriteRow, "×");

        drawing.Arrow("", Update, GateRow - 18, Update, StateRow + 12);
        drawing.Arrow("", Update, WriteRow, Reset - 12, WriteRow);
        drawing.Arrow("", Reset + 11, WriteRow, Candidate - 12, WriteRow);
        drawing.Arrow("", Candidate, GateRow - 18, Candidate, WriteRow + 12);
        drawing.Arrow("", Candidate, WriteRow - 11, Candidate, StateRow + 12);
        drawing.Arrow("", Reset + GateWidth / 2, GateRow, Candidate - GateWidth / 2 - 1, GateRow);

        drawing.Box(Update, GateRow, GateWidth, "gate", "z", "update");
        drawing.Box(Reset, GateRow, GateWidth, "gate", "r", "reset");
        drawing.Box(Candidate, GateRow, GateWidth, "candidate", "n", "candidate");
        drawing.Line("state", 4, BusRow, Candidate, BusRow);
        foreach (var x in new[] { Update, Reset, Candidate })
        {
            drawing.Arrow("", x, BusRow, x, GateRow + 19);
        }

        drawing.Arrow("", (Reset + Candidate) / 2, WordRow - 18, (Reset + Candidate) / 2, BusRow);
        drawing.Word((Reset + Candidate) / 2, WordRow, 150, words);
        drawing.Text(140, WordRow + 4, "xₜ", End);

        drawing.Text(4, 34, "hₜ₋₁", Start);
        drawing.Text(Width - 4, 34, "hₜ", End);
        drawing.Text(4, BusRow - 8, "hₜ₋₁", Start);
        drawing.Value(4, 66, before);
        drawing.Value(Width - 4, 66, h, End);
        drawing.Value(Update + 6, 150, z);
        drawing.Value((Update + Candidate) / 2, 34, z.Zip(before, (keeps, old) => keeps * old), Middle);
        drawing.Value(Reset + 16, 104, writes);
        drawing.Value(Candidate - 6, 88, writes.Zip(n, (write, candidate) => write * candidate), End);
        drawing.Value(Candidate + 6, 150, n);
        drawing.Value(Reset + 47, GateRow - 24, r, Middle);

        var told = words.Select((word, t) =>
            $"At “{word}”, z keeps {Number(z[t])} of the state {Number(before[t])}, and so {Number(writes[t])} of the candidate "
            + $"{Number(n[t])} is written: h = {Number(z[t])} · {Number(before[t])} + {Number(writes[t])} · {Number(n[t])} = "
            + $"{Number(h[t])}. To the candidate, r showed {Number(r[t])} of what the state before gives.");
        return new LivingDiagram(
            $"A GRU cell, unit {unit}", Arrangement, words, drawing.Write($"A GRU cell. {Arrangement}"), [.. told]);
    }
}
