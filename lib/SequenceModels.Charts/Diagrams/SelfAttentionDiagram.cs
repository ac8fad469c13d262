using SequenceModels.Probes;
using static SequenceModels.Charts.Drawing;

namespace SequenceModels.Charts;

/// <summary>
/// <code>
///   word + place ──▶ query ──▶ asks all words of the sentence
///                              Σ weight · value ──▶ W_o ──▶ new vector
/// </code>
/// </summary>
internal static class SelfAttentionDiagram
{
    private const double X = 313, BoxWidth = 126;
    private const double WordRow = 24, PlaceRow = 64, QueryRow = 108, OutRow = 246, NewRow = 316;

    private const string Arrangement =
        "The vector of the word chosen makes a query. All words of the sentence, itself among them, answer with their keys: "
        + "a score each, and by a softmax a weight each. Their values, mixed in these weights, go through the matrix W_o, and "
        + "that is the word's new vector. All words do this at once.";

    public static LivingDiagram Draw(IReadOnlyList<string> words, SelfAttentionTrace trace, int head, int unit)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var look = Look.OfHead(words, trace.Scores, trace.Weights, head);
        var at = new UnitAtWords(words, unit, trace.X.Shape[1]);
        var (x, output) = (at.Of(trace.X, "X"), at.Of(trace.Output, "Output"));
        var place = trace.Positions is null ? null : at.Of(trace.Positions, "Positions");

        var drawing = new Drawing((int)Math.Max(look.Bottom, NewRow + 22));
        look.Draw(drawing, X - BoxWidth / 2, QueryRow);
        drawing.Word(X, WordRow, BoxWidth, words);
        drawing.Arrow("", X, WordRow + 18, X, QueryRow - 19);
        drawing.Value(X - 16, PlaceRow - 6, x, End);
        if (place is not null)
        {
            drawing.Operation(X, PlaceRow, "+");
            drawing.Arrow("", Width - 4, PlaceRow, X + 12, PlaceRow);
            drawing.Text(Width - 4, PlaceRow - 8, "place", End, "small");
            drawing.Value(Width - 4, PlaceRow + 16, place, End);
        }

        drawing.Box(X, QueryRow, BoxWidth, "gate", "query", "W_q x + b");
        drawing.Arrow("memory", Look.MixX, Look.MixY + 11, Look.MixX, OutRow - 21);
        drawing.Text(Look.MixX + 16, Look.MixY + 5, "all values", Start, "small");
        drawing.Box(X, OutRow, BoxWidth, "candidate", "W_o", "of all heads");
        drawing.Arrow("", X, OutRow + 18, X, NewRow - 19);
        drawing.Value(X + 8, NewRow - 30, output);
        drawing.Box(X, NewRow, BoxWidth, "gate", "new vector");

        var told = words.Select((word, t) =>
            $"“{word}” asks{(place is null ? "" : $" as the word at place {t}")}. Its weights are: {look.Told(t)}. In unit {unit}, "
            + $"its vector has {Number(x[t])}{(place is null ? "" : $", its place adds {Number(place[t])}")}, and its new vector "
            + $"has {Number(output[t])}.");
        return new LivingDiagram(
            $"Self-attention, head {head + 1} of {trace.Weights.Shape[0]}, unit {unit}", Arrangement, words,
            drawing.Write($"Self-attention. {Arrangement}"), [.. told]);
    }
}
