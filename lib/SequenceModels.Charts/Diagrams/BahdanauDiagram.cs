using SequenceModels.Probes;
using static SequenceModels.Charts.Drawing;

namespace SequenceModels.Charts;

/// <summary>
/// <code>
///   s_{t-1} ──▶ asks the words read
///      │          Σ weight · h ──▶ context
///      └──────▶ rnn ◀──────────────┘ ◀── word before
///               s_t ──▶ choose ──▶ word written
/// </code>
/// </summary>
internal static class BahdanauDiagram
{
    private const double X = 313, BoxWidth = 126, StateX = 300, StateWidth = 100, StateLine = 344, WordLine = 366;
    private const double BeforeRow = 24, StateRow = 96, RnnRow = 246, ChooseRow = 312, WrittenRow = 382;

    private const string Arrangement =
        "The state before the step asks the words read, and gets a score from each; a softmax makes weights of them; the "
        + "states read, mixed in these weights, are the context. Then the recurrent step reads the context and the word "
        + "written before. Its new state chooses the word, together with the context and the word before.";

    public static LivingDiagram Draw(
        IReadOnlyList<string> read, IReadOnlyList<string> written, TranslationTrace trace, int unit)
    {
        var look = Look.Of(read, written, trace.Scores, trace.Written.Weights);
        var at = new UnitAtWords(written, unit, trace.Start.Shape.Size);
        var (s, context) = (at.Of(trace.States, "States"), at.Of(trace.Contexts!, "Contexts"));
        var before = at.Before(trace.States, trace.Start, "States");
        float[] probability = [.. trace.Written.Steps.Select(step => step.Probability)];

        var drawing = new Drawing((int)Math.Max(look.Bottom, WrittenRow + 22));
        look.Draw(drawing, StateX - StateWidth / 2, StateRow);
        drawing.Word(X, BeforeRow, BoxWidth, written.SkipLast(1).Prepend("<bos>"));
        drawing.Arrow("", WordLine, BeforeRow + 18, WordLine, RnnRow - 19);
        drawing.Box(StateX, StateRow, StateWidth, "gate", "sₜ₋₁");
        drawing.Arrow("state", StateLine, StateRow + 18, StateLine, RnnRow - 20);
        drawing.Value(StateLine - 5, 134, before, End);
        drawing.Arrow("memory", Look.MixX, Look.MixY + 11, Look.MixX, RnnRow - 21);
        drawing.Text(Look.MixX + 14, Look.MixY + 5, "context", Start, "small");
        drawing.Value(Look.MixX + 6, Look.MixY + 34, context);
        drawing.Box(X, RnnRow, BoxWidth, "gate", "rnn", "makes sₜ");
        drawing.Arrow("state", X, RnnRow + 18, X, ChooseRow - 20);
        drawing.Value(X + 8, RnnRow + 36, s);
        drawing.Box(X, ChooseRow, BoxWidth, "candidate", "choose", "by all three");
        drawing.Arrow("", X, ChooseRow + 18, X, WrittenRow - 19);
        drawing.Value(X + 8, WrittenRow - 30, probability);
        drawing.Word(X, WrittenRow, BoxWidth, written);

        var told = written.Select((word, t) =>
            $"To write “{word}”, with probability {Number(probability[t])}, the weights are: {look.Told(t)}. In unit {unit}, "
            + $"the state that asks is {Number(before[t])}, the context {Number(context[t])}, and the new state {Number(s[t])}.");
        return new LivingDiagram(
            "Attention in Bahdanau's decoder", Arrangement, written, drawing.Write($"Attention. {Arrangement}"), [.. told]);
    }
}
