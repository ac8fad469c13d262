using SequenceModels.Probes;
using static SequenceModels.Charts.Drawing;

namespace SequenceModels.Charts;

/// <summary>
/// <code>
///   x ─┬─▶ norm ──▶ attention ──▶ + ─┬─▶ norm ──▶ feed-forward ──▶ + ──▶
///      └──────────────────────────┘  └─────────────────────────────┘
/// </code>
/// The paper's block has each norm behind its sum.
/// </summary>
internal static class TransformerDiagram
{
    private const double X = 313, BoxWidth = 90, WayX = 371, WordRow = 24, NormRow = 84, SumRow = 236, Pitch = 56;

    private const string Arrangement =
        "The vector of the word chosen takes two ways: through attention, where it asks all words of the sentence, and "
        + "around it; both are added. The sum takes two ways again, through a feed-forward network and around it, and both "
        + "are added. ";

    public static LivingDiagram Draw(IReadOnlyList<string> words, TransformerTrace trace, int head, int unit)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var look = Look.OfHead(words, trace.Scores, trace.Weights, head);
        var at = new UnitAtWords(words, unit, trace.X.Shape[1]);
        var (x, looked, fed, output) =
            (at.Of(trace.X, "X"), at.Of(trace.Looked, "Looked"), at.Of(trace.Fed, "Fed"), at.Of(trace.Output, "Output"));

        var column = new Column(new Drawing((int)Math.Max(look.Bottom, SumRow + Pitch * (trace.NormFirst ? 4 : 5))));
        var drawing = column.Drawing;
        look.Draw(drawing, X - BoxWidth / 2, trace.NormFirst ? NormRow : WordRow);
        drawing.Word(X, WordRow, BoxWidth, words);
        if (trace.NormFirst)
        {
            drawing.Arrow("", X, WordRow + 18, X, NormRow - 19);
            drawing.Box(X, NormRow, BoxWidth, "read", "norm");
        }

        drawing.Value(X - 6, WordRow + 34, x, End);
        column.Around(WordRow + 30, SumRow);
        drawing.Arrow("memory", Look.MixX, Look.MixY + 11, Look.MixX, SumRow, X - 13, SumRow);
        drawing.Text(Look.MixX + 16, Look.MixY + 5, "W_o", Start, "small");
        drawing.Value(Look.MixX + 8, SumRow - 24, looked);
        column.Go(SumRow);
        if (trace.NormFirst)
        {
            column.Number(at.Of(trace.Middle, "Middle"));
            column.Around(SumRow + 19, SumRow + 3 * Pitch);
            column.Next("read", "norm");
            column.Number(at.Of(trace.Norm2, "Norm2"));
        }
        else
        {
            column.Number([.. x.Zip(looked, (a, b) => a + b)]);
            column.Next("read", "norm");
            column.Number(at.Of(trace.Middle, "Middle"));
            column.Around(SumRow + Pitch + 26, SumRow + 3 * Pitch);
        }

        column.Next("candidate", "feed-forward");
        column.Number(fed);
        column.Sum();
        if (!trace.NormFirst)
        {
            column.Number([.. at.Of(trace.Middle, "Middle").Zip(fed, (a, b) => a + b)]);
            column.Next("read", "norm");
        }

        column.Number(output);
        column.Out();

        var told = words.Select((word, t) =>
            $"“{word}” comes in with {Number(x[t])} in unit {unit}; attention adds {Number(looked[t])}, the feed-forward part "
            + $"{Number(fed[t])}, and {Number(output[t])} goes out. The weights of head {head + 1} are: {look.Told(t)}.");
        var arrangement = Arrangement + (trace.NormFirst
            ? "Before each of the two parts the vector is normalized." : "After each sum the vector is normalized.");
        return new LivingDiagram(
            $"A Transformer block, head {head + 1} of {trace.Weights.Shape[0]}, unit {unit}", arrangement, words,
            drawing.Write($"A Transformer block. {arrangement}"), [.. told]);
    }

    /// <summary>The way of the word chosen, from top to bottom.</summary>
    private sealed class Column(Drawing drawing)
    {
        private double _y, _bottom;

        public Drawing Drawing => drawing;

        public void Go(double y)
        {
            (_y, _bottom) = (y, y + 11);
            drawing.Operation(X, y, "+");
        }

        public void Next(string kind, params string[] lines)
        {
            Arrow(half: 18);
            drawing.Box(X, _y, BoxWidth, kind, lines);
        }

        public void Sum()
        {
            Arrow(half: 11);
            drawing.Operation(X, _y, "+");
        }

        public void Out() => drawing.Arrow("state", X, _bottom, X, _y + Pitch - 8);

        public void Number(float[] values) => drawing.Value(X - 6, _y + 34, values, End);

        public void Around(double from, double to) => drawing.Arrow("state", X, from, WayX, from, WayX, to, X + 13, to);

        private void Arrow(double half)
        {
            _y += Pitch;
            drawing.Arrow("", X, _bottom, X, _y - half - 1);
            _bottom = _y + half;
        }
    }
}
