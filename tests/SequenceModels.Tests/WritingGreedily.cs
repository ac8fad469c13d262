using SequenceModels.Models;
using SequenceModels.Tasks;

namespace SequenceModels.Tests;

public class WritingGreedily
{
    private static readonly Tensor _sources =
        Tensor.FromArray(new[,] { { 3, 1, 4, 5 }, { 2, 5, 0, 0 }, { 4, 4, 1, 0 } });

    [Theory]
    [InlineData(false, CellKind.Gru)]
    [InlineData(false, CellKind.Lstm)]
    [InlineData(true, CellKind.Gru)]
    [InlineData(true, CellKind.Lstm)]
    [InlineData(true, CellKind.Rnn)]
    public void Each_word_written_is_the_one_that_teacher_forcing_finds_most_probable(bool attention, CellKind cell)
    {
        var model = Small(attention, cell);
        var translations = model.Greedy(_sources, maxLength: 6);

        for (var b = 0; b < 3; b++)
        {
            var (source, steps) = (model.Encoder.Forward(_sources[b..(b + 1)]), translations[b].Steps);
            var words = Tensor.FromArray([.. steps.Select(step => step.Token).Prepend(Vocabulary.BeginOfSentence)]);
            var forced = model.Decoder.Forward(words[..^1].Unsqueeze(0), source.Last, source);
            var written = Tensor.Stack([.. steps.Select(step => step.LogProbabilities)]);

            Assert.Equal(forced.Logits[0].ArgMax().ToArray(), words[1..].ToArray());
            Assert.True(forced.Logits[0].LogSoftmax().AllClose(written, 1e-5f, 1e-6f));
            Assert.Equal(forced.Weights?[0, .., ..source.Lengths[0]].ToArray(), translations[b].Weights?.ToArray());
            Assert.Equal(attention, translations[b].Weights is not null);
        }
    }

    [Fact]
    public void A_translation_ends_with_the_first_end_of_sentence_or_is_cut_off()
    {
        var ends = new List<bool>();
        for (var seed = 0; seed < 20; seed++)
        {
            foreach (var translation in Small(attention: true, CellKind.Gru, seed).Greedy(_sources, maxLength: 5))
            {
                int[] words = [.. translation.Steps.Select(step => step.Token)];
                ends.Add(translation.Ended);
                Assert.Equal(translation.Ended, words[^1] == Vocabulary.EndOfSentence);
                Assert.Equal(translation.Ended ? words[..^1] : words, translation.Tokens);
                Assert.DoesNotContain(Vocabulary.EndOfSentence, translation.Tokens);
                Assert.True(translation.Ended || words.Length == 5);
            }
        }

        Assert.Contains(true, ends);
        Assert.Contains(false, ends);
    }

    [Fact]
    public void Each_step_tells_the_probabilities_of_all_words_and_the_best_few()
    {
        var step = Small(attention: true, CellKind.Gru).Greedy(_sources)[0].Steps[0];

        Assert.Equal(1, step.LogProbabilities.Exp().Sum().Item(), 1e-5f);
        Assert.Equal((step.Token, step.Probability), step.Top(3)[0]);
        Assert.Equal(step.Top(7).Take(3), step.Top(3));
        Assert.Equal(step.Top(7).OrderByDescending(word => word.Probability), step.Top(7));
        Assert.Equal(1, step.Weights!.Sum().Item(), 1e-5f);
    }

    [Theory]
    [InlineData(false, CellKind.Lstm)]
    [InlineData(true, CellKind.Gru)]
    public void Neither_padding_nor_neighbours_change_a_translation(bool attention, CellKind cell)
    {
        var model = Small(attention, cell);

        var together = model.Greedy(_sources)[1];
        var alone = model.Greedy(Tensor.FromArray(new[,] { { 2, 5 } }))[0];

        Assert.Equal(alone.Tokens, together.Tokens);
        Assert.Equal(alone.LogProbability, together.LogProbability);
        Assert.Equal(alone.Weights?.ToArray(), together.Weights?.ToArray());
    }

    private static Seq2Seq Small(bool attention, CellKind cell, int seed = 5) => attention
        ? Seq2Seq.WithAttention(sourceWords: 6, targetWords: 7, width: 3, hiddenSize: 4, new TorchRandom(seed), cell)
        : Seq2Seq.Plain(sourceWords: 6, targetWords: 7, width: 3, hiddenSize: 4, new TorchRandom(seed), cell);
}
