using SequenceModels.Tasks;

namespace SequenceModels.Models;

/// <summary>Translating, where no word of the target is given.</summary>
public sealed partial class Seq2Seq
{
    /// <summary>Translates by writing the most probable word at each step.</summary>
    /// <param name="source">The sentences, tokens (batch, length).</param>
    /// <param name="maxLength">How many words to write at most, &lt;eos&gt; included.</param>
    /// <returns>A translation for each sentence.</returns>
    /// <inheritdoc cref="Encoder.Forward"/>
    public IReadOnlyList<Translation> Greedy(Tensor source, int maxLength = 50)
    {
        Expect.Positive(maxLength);
        using (Tensor.NoGrad())
        {
            return GreedySearch.Run(Decoder, Encoder.Forward(source), maxLength);
        }
    }

    /// <summary>Translates one sentence, following several beginnings at once (beam search).</summary>
    /// <remarks>Width 1 is <see cref="Greedy"/>. A wider beam finds more probable translations as a rule, not always:
    /// only one that drops nothing is certain to find the best.</remarks>
    /// <param name="source">The sentence, tokens (1, length).</param>
    /// <param name="width">How many beginnings to keep at each step.</param>
    /// <param name="maxLength">How many words to write at most, &lt;eos&gt; included.</param>
    /// <param name="perWord">Whether to prefer a high <see cref="Translation.MeanLogProbability"/> rather than a high
    /// <see cref="Translation.LogProbability"/>, which favours short sentences.</param>
    /// <returns>The translations kept, best first.</returns>
    /// <exception cref="ArgumentException">source is not one sentence, or all padding.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not in the table, or a number is below 1.</exception>
    public IReadOnlyList<Translation> Beam(Tensor source, int width, int maxLength = 50, bool perWord = false)
    {
        Expect.Positive(width);
        Expect.Positive(maxLength);
        Expect.Shape(source, [1, "length"]);
        using (Tensor.NoGrad())
        {
            return BeamSearch.Run(Decoder, Encoder.Forward(source), width, maxLength, perWord);
        }
    }

    /// <summary>The share of sentences that it translates exactly, writing greedily.</summary>
    /// <exception cref="ArgumentException">A shape does not fit, or a target does not end with &lt;eos&gt;.</exception>
    public float ExactMatch(PairBatch test) => Share(Matches(test));

    /// <summary>The same for each length of source separately, from short to long.</summary>
    /// <inheritdoc cref="ExactMatch"/>
    public IReadOnlyDictionary<int, float> ExactMatchByLength(PairBatch test) => new SortedDictionary<int, float>(
        Matches(test).GroupBy(match => match.Length).ToDictionary(matches => matches.Key, Share));

    private static float Share(IEnumerable<(int Length, bool Exact)> matches) =>
        (float)matches.Average(match => match.Exact ? 1.0 : 0);

    /// <summary>Each source's length, and whether its translation is the target.</summary>
    private (int Length, bool Exact)[] Matches(PairBatch test)
    {
        ArgumentNullException.ThrowIfNull(test);
        Expect.Shape(test.Source, ["batch", "length"], "test.Source");
        Expect.Shape(test.Target, [test.Source.Shape[0], "target length"], "test.Target");
        int[][] targets = [.. test.Target.ToArray().Chunk(test.Target.Shape[1]).Select(Words)];
        using (Tensor.NoGrad())
        {
            var source = Encoder.Forward(test.Source);
            var translations = GreedySearch.Run(Decoder, source, maxLength: test.Target.Shape[1]);
            return [.. source.Lengths.Zip(translations.Zip(targets, IsExact))];
        }

        static bool IsExact(Translation translation, int[] target) =>
            translation.Ended && translation.Tokens.SequenceEqual(target);
    }

    private static int[] Words(float[] target, int sentence) =>
        Array.IndexOf(target, Vocabulary.EndOfSentence) is >= 0 and var end
            ? Array.ConvertAll(target[..end], token => (int)token)
            : throw new ArgumentException(
                $"test.Target has no {Vocabulary.EndOfSentence}, which is <eos>, in sentence {sentence}.", nameof(target));
}
