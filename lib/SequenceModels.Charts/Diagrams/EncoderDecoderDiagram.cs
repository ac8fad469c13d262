using SequenceModels.Probes;
using static SequenceModels.Charts.Drawing;

namespace SequenceModels.Charts;

/// <summary>
/// <code>
///   the ──▶ rnn         ┌────▶ rnn ──▶ le
///            ▼          │       ▼ ◀─────┘
///   cat ──▶ rnn         │      rnn ──▶ chat
///            └─ context ┘       ▼ ◀─────┘
/// </code>
/// </summary>
internal static class EncoderDecoderDiagram
{
    private const double ReadX = 50, ReadWidth = 92, EncoderX = 128, CellWidth = 36, ContextX = 196;
    private const double DecoderX = 256, StateLine = 250, WordLine = 264, WrittenX = 330, WrittenWidth = 92;
    private const double FirstRow = 76, Pitch = 60;

    private const string Arrangement =
        "On the left the encoder reads, from top to bottom, a cell for each word. Its last state is the context, and all "
        + "that goes to the right: there the decoder starts from it and writes, a cell for each word, and each word written "
        + "is read at the next step.";

    public static LivingDiagram Draw(
        IReadOnlyList<string> read, IReadOnlyList<string> written, TranslationTrace trace, int unit)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var h = new UnitAtWords(read, unit, trace.Start.Shape.Size).Of(trace.Read, "Read");
        var at = new UnitAtWords(written, unit, trace.Start.Shape.Size);
        var (s, before) = (at.Of(trace.States, "States"), at.Before(trace.States, trace.Start, "States"));
        float[] probability = [.. trace.Written.Steps.Select(step => step.Probability)];
        string[] input = ["<bos>", .. written.SkipLast(1)];

        var stepRow = FirstRow + Pitch * Math.Max(read.Count, written.Count) + 54;
        var drawing = new Drawing((int)stepRow + 22);
        Encode(drawing, read, h);
        drawing.Arrow("memory", Context(read.Count));
        drawing.Text(ContextX - 6, 22, "context", End, "small");
        drawing.Value(StateLine + 8, 42, h[^1]);
        Decode(drawing, written, s, probability);

        drawing.Text(4, stepRow - 44, "the step chosen:", Start, "small");
        drawing.Word(ReadX, stepRow, ReadWidth, input);
        drawing.Arrow("", ReadX + ReadWidth / 2, stepRow, ContextX - CellWidth / 2 - 1, stepRow);
        drawing.Arrow("state", ContextX, stepRow - 50, ContextX, stepRow - 20);
        drawing.Value(ContextX - 8, stepRow - 30, before, End);
        drawing.Box(ContextX, stepRow, CellWidth, "gate", "rnn");
        drawing.Arrow("", ContextX + CellWidth / 2, stepRow, WrittenX - WrittenWidth / 2 - 1, stepRow);
        drawing.Value((ContextX + WrittenX - 28) / 2, stepRow - 8, s, Middle);
        drawing.Word(WrittenX, stepRow, WrittenWidth, written);
        drawing.Value(WrittenX, stepRow - 26, probability, Middle);

        var told = written.Select((word, t) =>
            $"Step {t + 1} reads “{input[t]}” in state {Number(before[t])}; its new state is {Number(s[t])}, and it writes "
            + $"“{word}” with probability {Number(probability[t])}.");
        return new LivingDiagram(
            $"An encoder and a decoder, unit {unit}", Arrangement, written,
            drawing.Write($"A translator. {Arrangement}"), [.. told]);
    }

    private static void Encode(Drawing drawing, IReadOnlyList<string> read, float[] h)
    {
        for (var i = 0; i < read.Count; i++)
        {
            var y = FirstRow + Pitch * i;
            drawing.Box(ReadX, y, ReadWidth, "read", read[i]);
            drawing.Arrow("", ReadX + ReadWidth / 2, y, EncoderX - CellWidth / 2 - 1, y);
            drawing.Box(EncoderX, y, CellWidth, "gate", "rnn");
            drawing.Value(EncoderX + CellWidth / 2 + 4, y + 4.5, h[i]);
            if (i > 0)
            {
                drawing.Arrow("state", EncoderX, y + 18 - Pitch, EncoderX, y - 20);
            }
        }
    }

    private static double[] Context(int read)
    {
        var y = FirstRow + Pitch * (read - 1);
        return [EncoderX, y + 18, EncoderX, y + 34, ContextX, y + 34, ContextX, 18, StateLine, 18, StateLine, FirstRow - 21];
    }

    private static void Decode(Drawing drawing, IReadOnlyList<string> written, float[] s, float[] probability)
    {
        for (var t = 0; t < written.Count; t++)
        {
            var y = FirstRow + Pitch * t;
            drawing.Shade(t, ContextX + 4, y - 24, Width, y + 24);
            drawing.Box(DecoderX, y, CellWidth, "gate", "rnn");
            drawing.Arrow("", DecoderX + CellWidth / 2, y, WrittenX - WrittenWidth / 2 - 1, y);
            drawing.Box(WrittenX, y, WrittenWidth, "read");
            drawing.Text(WrittenX, y - 2, written[t]);
            drawing.Value(WrittenX, y + 13, probability[t], Middle);
            if (t > 0)
            {
                drawing.Arrow("state", StateLine, y + 18 - Pitch, StateLine, y - 20);
                drawing.Arrow("", WrittenX, y + 18 - Pitch, WrittenX, y - 32, WordLine, y - 32, WordLine, y - 19);
                drawing.Value(StateLine - 5, y - 26, s[t - 1], End);
            }
        }
    }
}
