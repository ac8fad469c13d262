using SequenceModels.Layers;
using SequenceModels.Models;
using SequenceModels.Tasks;
using SequenceModels.Tests.Infra;
using SequenceModels.Training;

namespace SequenceModels.Tests;

public class BahdanausTranslator
{
    [Fact]
    public void Scores_weights_and_all_gradients_agree_with_PyTorch()
    {
        var golden = Golden.Read("bahdanau");
        var model = Seq2Seq.Bahdanau(9, 8, width: 4, hiddenSize: 5, new TorchRandom(0));
        model.Load(golden.ParametersOf(model));
        var (source, target) = (golden["source_tokens"], golden["target_tokens"]);

        var encoded = model.Encoder.Forward(source);
        var output = model.Decoder.Forward(target[.., ..^1], model.Decoder.Start(encoded), encoded);
        var loss = Loss.CrossEntropy(output.Logits, target[.., 1..], ignore: Vocabulary.Padding);
        loss.Backward();

        golden.Agrees("logits", output.Logits);
        golden.Agrees("weights", output.Weights!);
        golden.Agrees("loss", loss.Reshape(1));
        golden.GradientsAgree(model);
    }

    [Theory]
    [InlineData(CellKind.Rnn)]
    [InlineData(CellKind.Gru)]
    [InlineData(CellKind.Lstm)]
    public void Gradients_agree_with_finite_differences_for_each_kind_of_network(CellKind cell)
    {
        var model = Seq2Seq.Bahdanau(6, 7, 2, 3, new TorchRandom(3), cell);
        var (source, input, target) = (
            Tensor.FromArray(new[,] { { 3, 1, 4 }, { 2, 5, 0 } }),
            Tensor.FromArray(new[,] { { 1, 4, 6 }, { 1, 5, 0 } }),
            Tensor.FromArray(new[,] { { 4, 6, 2 }, { 5, 2, 0 } }));

        Assert.InRange(
            GradientCheck.LargestError(() => model.Loss(source, input, target), model.Parameters()), 0, 1e-3f);
    }

    [Fact]
    public void Word_by_word_it_writes_what_it_scores_in_one_pass_and_padding_changes_nothing()
    {
        var model = Seq2Seq.Bahdanau(6, 7, 4, 5, new TorchRandom(4));
        var source = Tensor.FromArray(new[,] { { 3, 1, 4, 0, 0 } });

        var translation = model.Greedy(source, maxLength: 6)[0];
        var alone = model.Greedy(source[.., ..3], maxLength: 6)[0];
        int[] read = [Vocabulary.BeginOfSentence, .. translation.Steps.SkipLast(1).Select(step => step.Token)];
        var scores = model.Forward(source, Tensor.FromArray(read, 1, read.Length)).LogSoftmax();

        Assert.All(translation.Steps.Index(), step =>
            Assert.True(scores[0, step.Index].AllClose(step.Item.LogProbabilities, 1e-5f, 1e-5f)));
        Assert.Equal(translation.Tokens, alone.Tokens);
        Assert.Equal(translation.Tokens, model.Beam(source, width: 1, maxLength: 6)[0].Tokens);
        Assert.Equal("(3)", translation.Steps[0].Weights!.Shape.ToString());
    }

    [Fact]
    public void Parts_that_do_not_fit_are_refused()
    {
        var rng = new TorchRandom(1);
        Encoder Reading(bool both) => new(new Embedding(6, 4, rng), new Gru(4, 5, rng, bidirectional: both));
        BahdanauDecoder Writing(int start = 5) => new(
            new Embedding(7, 4, rng), new Gru(14, 5, rng), new AdditiveAttention(5, 10, 5, rng),
            new Linear(5, start, rng), new Linear(19, 7, rng));

        Refused.With<ArgumentException>(
            "encoder has 5 units and outputs of 5 numbers, expected 5 for the decoder's start, and 10 for its context.",
            () => new Seq2Seq(Reading(both: false), Writing()));
        Refused.With<ArgumentException>("start's weight is (4, 5), expected (5, encoder's units)", () => Writing(start: 4));
        Refused.With<ArgumentException>(
            "encoder reads in both directions and ends in two states, and this decoder starts with one",
            () => new Seq2Seq(
                Reading(both: true), new Decoder(new Embedding(7, 4, rng), new Gru(4, 5, rng), new Linear(5, 7, rng))));
    }
}
