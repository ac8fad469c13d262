using SequenceModels.Probes;
using static SequenceModels.Charts.Drawing;

namespace SequenceModels.Charts;

/// <summary>
/// <code>
///   word before ──▶ rnn ──▶ s_t ──▶ asks the words read
///                            │        Σ weight · h ──▶ context
///                            └──────────▶ choose ◀─────┘ ──▶ word written
/// </code>
/// </summary>
internal static class LuongDiagram
{
    private const double X = 313, BoxWidth = 126, SideX = 356;
    private const double BeforeRow = 24, RnnRow = 96, ChooseRow = 246, WrittenRow = 316;

    private const string Arrangement =
        "The recurrent step comes first: it reads the word written before. Its new state s asks the words read, and gets a "
        + "score from each; a softmax makes weights of them; the states read, mixed in these weights, are the context. State "
        + "and context together choose the word.";

    public static LivingDiagram Draw(
        IReadOnlyList<string> read, IReadOnlyList<string> written, TranslationTrace trace, int unit)
    {
        var look = Look.Of(read, written, trace.Scores, trace.Written.Weights);
        var at = new UnitAtWords(written, unit, trace.Start.Shape.Size);
        var (s, context) = (at.Of(trace.States, "States"), at.Of(trace.Contexts!, "Contexts"));
        float[] probability = [.. trace.Written.Steps.Select(step => step.Probability)];

        var drawing = new Drawing((int)Math.Max(look.Bottom, WrittenRow + 22));
        look.Draw(drawing, X - BoxWidth / 2, RnnRow);
        drawing.Word(X, BeforeRow, BoxWidth, written.SkipLast(1).Prepend("<bos>"));
        drawing.Arrow("", X, BeforeRow + 18, X, RnnRow - 19);
        drawing.Box(X, RnnRow, BoxWidth, "gate", "rnn", "makes sₜ");
        drawing.Arrow("state", SideX, RnnRow + 18, SideX, ChooseRow - 20);
        drawing.Value(SideX - 6, 134, s, End);
        drawing.Arrow("memory", Look.MixX, Look.MixY + 11, Look.MixX, ChooseRow - 21);
        drawing.Text(Look.MixX + 16, Look.MixY + 5, "context", Start, "small");
        drawing.Value(Look.MixX + 8, Look.MixY + 34, context);
        drawing.Box(X, ChooseRow, BoxWidth, "candidate", "choose", "by sₜ and context");
        drawing.Arrow("", X, ChooseRow + 18, X, WrittenRow - 19);
        drawing.Value(X + 8, WrittenRow - 30, probability);
        drawing.Word(X, WrittenRow, BoxWidth, written);

        var told = written.Select((word, t) =>
            $"To write “{word}”, with probability {Number(probability[t])}, the weights are: {look.Told(t)}. In unit {unit}, "
            + $"the state that asks is {Number(s[t])}, and the context {Number(context[t])}.");
        return new LivingDiagram(
            "Attention in Luong's decoder", Arrangement, written, drawing.Write($"Attention. {Arrangement}"), [.. told]);
    }
}
