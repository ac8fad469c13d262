using static SequenceModels.Charts.Drawing;

namespace SequenceModels.Charts;

/// <summary>The half that all diagrams of attention have: the words looked at, each with its score and its weight, and as
/// wide a way into the mixture as its weight.</summary>
/// <param name="Read">The words looked at.</param>
/// <param name="Scores">Before the softmax, (words that look, words looked at).</param>
/// <param name="Weights">After it.</param>
internal sealed record Look(IReadOnlyList<string> Read, float[,] Scores, float[,] Weights)
{
    /// <summary>Where the mixture is made.</summary>
    public const double MixX = 284, MixY = 172;

    // Below and above: where the arrow of who asks passes.
    private const double FirstRow = 108, Pitch = 31, WordX = 52, ScoreX = 150, WeightX = 198, AskX = 134, TurnX = 216;
    private const double WidestRibbon = 18, LeastWeight = 0.005;

    /// <summary>Where the lowest word ends.</summary>
    public double Bottom => FirstRow + Pitch * (Read.Count - 1) + 20;

    public static Look Of(IReadOnlyList<string> read, IReadOnlyList<string> looking, Tensor? scores, Tensor? weights)
    {
        UnitAtWords.Require(read);
        UnitAtWords.Require(looking);
        return scores is not null && weights is not null
            ? new(read, AttentionMap.Require(read, looking, scores, "scores"), AttentionMap.Require(read, looking, weights, "weights"))
            : throw new ArgumentException("This translator has no attention: draw it with Diagram.EncoderDecoder.", nameof(weights));
    }

    /// <summary>A head's part of self-attention.</summary>
    /// <param name="words">The sentence, which looks at itself.</param>
    /// <param name="scores">(heads, words, words).</param>
    /// <param name="weights">(heads, words, words).</param>
    /// <param name="head">The head.</param>
    /// <exception cref="ArgumentException">Not a row and a column for each word, or too many words.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such head.</exception>
    public static Look OfHead(IReadOnlyList<string> words, Tensor scores, Tensor weights, int head) =>
        head >= 0 && head < weights.Shape[0]
            ? Of(words, words, scores[head], weights[head])
            : throw new ArgumentOutOfRangeException(
                nameof(head), $"head is {head}, expected 0 to {weights.Shape[0] - 1}: there are {weights.Shape[0]} heads.");

    /// <summary>The words, the numbers and the ways.</summary>
    /// <param name="drawing">Where to.</param>
    /// <param name="askerX">The left edge of who asks.</param>
    /// <param name="askerY">Its middle.</param>
    public void Draw(Drawing drawing, double askerX, double askerY)
    {
        drawing.Arrow("state", askerX, askerY, TurnX, askerY, TurnX, 56, AskX, 56, AskX, 70);
        drawing.Text(AskX + 4, 50, "asks", Start, "small");
        drawing.Text(ScoreX, 84, "score", End, "small");
        drawing.Text(WeightX, 84, "weight", End, "small");
        for (var i = 0; i < Read.Count; i++)
        {
            var y = FirstRow + Pitch * i;
            drawing.Box(WordX, y, 96, height: 25, "read", Read[i]);
            drawing.Line("faint", WeightX + 4, y, MixX - 11, MixY);
            for (var t = 0; t < Weights.GetLength(0); t++)
            {
                if (Weights[t, i] >= LeastWeight)
                {
                    drawing.Ribbon(t, WeightX + 4, y, MixX - 11, MixY, Math.Max(1, WidestRibbon * Weights[t, i]));
                }
            }

            drawing.Value(ScoreX, y + 4.5, Column(Scores, i), End);
            drawing.Value(WeightX, y + 4.5, Column(Weights, i), End);
        }

        drawing.Operation(MixX, MixY, "Σ");
    }

    /// <summary>All weights of a word that looks, in a sentence's part.</summary>
    public string Told(int looking) =>
        string.Join(", ", Read.Select((word, i) => $"“{word}” {Number(Weights[looking, i])}"));

    private static IEnumerable<float> Column(float[,] table, int i) =>
        Enumerable.Range(0, table.GetLength(0)).Select(t => table[t, i]);
}
