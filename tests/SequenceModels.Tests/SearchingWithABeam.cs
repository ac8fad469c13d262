using SequenceModels.Models;
using SequenceModels.Tasks;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests;

public class SearchingWithABeam
{
    private const int Words = 4, MaxLength = 4, Everything = 4 * 4 * 4 * 4;

    private static readonly Tensor _source = Tensor.FromArray(new[,] { { 3, 1, 4, 0 } });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_beam_of_one_is_greedy(bool perWord)
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var model = Small(seed);
            var (beam, greedy) = (Assert.Single(model.Beam(_source, 1, perWord: perWord)), model.Greedy(_source)[0]);

            Assert.Equal(greedy.Steps.Select(step => step.Token), beam.Steps.Select(step => step.Token));
            Assert.Equal(greedy.LogProbability, beam.LogProbability);
            Assert.Equal(greedy.Weights!.ToArray(), beam.Weights!.ToArray());
            Assert.Equal(greedy.Ended, beam.Ended);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_beam_that_drops_nothing_finds_what_brute_force_finds(bool perWord)
    {
        for (var seed = 0; seed < 3; seed++)
        {
            var model = Small(seed);
            var all = Sentences([]).Select(words => (Words: words, Score: Score(model, words, perWord)))
                .OrderByDescending(sentence => sentence.Score).ToArray();

            var beam = model.Beam(_source, Everything, MaxLength, perWord);

            Assert.Equal(all.Length, beam.Count);
            Assert.Equal(all[0].Words, beam[0].Steps.Select(step => step.Token));
            Assert.All(all.Zip(beam), pair => Assert.Equal(
                pair.First.Score, perWord ? pair.Second.MeanLogProbability : pair.Second.LogProbability, 1e-4f));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_beam_gives_as_many_as_asked_for_the_best_first_each_with_its_own_state(bool perWord)
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var model = Small(seed, CellKind.Lstm);
            var beam = model.Beam(_source, 3, 6, perWord);
            float[] scores = [.. beam.Select(found => perWord ? found.MeanLogProbability : found.LogProbability)];

            int[][] words = [.. beam.Select(found => found.Steps.Select(step => step.Token).ToArray())];

            Assert.Equal(3, words.Select(found => string.Join(' ', found)).Distinct().Count());
            Assert.Equal(scores.OrderDescending(), scores);
            Assert.All(words.Zip(scores), found =>
                Assert.Equal(Score(model, found.First, perWord), found.Second, 1e-4f));
        }
    }

    [Fact]
    public void A_beam_takes_one_sentence() => Refused.With<ArgumentException>(
        "source is (2, 3), expected (1, length)", () => Small(1).Beam(Tensor.Ones(2, 3), width: 2));

    // every sentence that ends, or has the greatest length
    private static IEnumerable<int[]> Sentences(int[] beginning) => Enumerable.Range(0, Words).SelectMany(word =>
        (int[][])[[.. beginning, word]]).SelectMany(words =>
            words[^1] == Vocabulary.EndOfSentence || words.Length == MaxLength ? [words] : Sentences(words));

    // Σ ln p(word | words before), by teacher forcing
    private static float Score(Seq2Seq model, int[] words, bool perWord)
    {
        var input = Tensor.FromArray([Vocabulary.BeginOfSentence, .. words[..^1]], 1, words.Length);
        var logP = model.Forward(_source, input).LogSoftmax();
        var sum = words.Select((word, t) => logP[0, t, word].Item()).Sum();
        return perWord ? sum / words.Length : sum;
    }

    private static Seq2Seq Small(int seed, CellKind cell = CellKind.Gru) => Seq2Seq.WithAttention(
        sourceWords: 6, targetWords: Words, width: 3, hiddenSize: 4, new TorchRandom(seed), cell);
}
