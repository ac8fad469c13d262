using SequenceModels.Layers;
using SequenceModels.Models;
using SequenceModels.Tasks;
using SequenceModels.Tests.Infra;
using SequenceModels.Training;

namespace SequenceModels.Tests;

public class BuildingTranslators
{
    private static readonly TorchRandom _rng = new(1);
    private static readonly PairBatch _pairs = new(
        Tensor.FromArray(new[,] { { 3, 1, 4, 5 }, { 2, 5, 0, 0 }, { 4, 4, 1, 0 } }),
        Tensor.FromArray(new[,] { { 1, 3, 4, 5 }, { 1, 6, 0, 0 }, { 1, 5, 5, 0 } }),
        Tensor.FromArray(new[,] { { 3, 4, 5, 2 }, { 6, 2, 0, 0 }, { 5, 5, 2, 0 } }));

    [Fact]
    public void Parts_have_names()
    {
        var names = Small().NamedParameters().Select(named => named.Name).ToArray();

        Assert.Equal("encoder.embedding.weight", names[0]);
        Assert.Contains("encoder.rnn.weight_ih_l0", names);
        Assert.Contains("decoder.rnn.bias_hh_l0", names);
        Assert.Contains("decoder.attention.w_query", names);
        Assert.Equal("decoder.linear.bias", names[^1]);
    }

    [Theory]
    [InlineData(CellKind.Gru)]
    [InlineData(CellKind.Lstm)]
    public void What_was_learned_is_an_exact_match_and_one_word_off_is_none(CellKind cell)
    {
        var model = Small(cell);
        new Trainer(new Adam(model.Parameters(), 0.03f), clipNorm: 1).Run(
            Enumerable.Repeat(_pairs, 80), model.Loss, cancellation: TestContext.Current.CancellationToken);
        var wrong = _pairs.Target.Detach();
        wrong.CopyFrom(Tensor.FromArray(new[,] { { 3, 4, 5, 2 }, { 6, 2, 0, 0 }, { 5, 6, 2, 0 } }));

        Assert.Equal(1, model.ExactMatch(_pairs));
        Assert.Equal(2 / 3f, model.ExactMatch(_pairs with { Target = wrong }));
        Assert.Equal(
            [(2, 1f), (3, 0), (4, 1)],
            model.ExactMatchByLength(_pairs with { Target = wrong }).Select(share => (share.Key, share.Value)));
    }

    [Fact]
    public void Padding_does_not_change_the_loss_a_word_has()
    {
        var model = Small();
        float Loss(int sentence, int source, int target) => model.Loss(
            _pairs.Source[sentence..(sentence + 1), ..source], _pairs.DecoderInput[sentence..(sentence + 1), ..target],
            _pairs.Target[sentence..(sentence + 1), ..target]).Item();

        var (first, second, third) = (Loss(0, 4, 4), Loss(1, 2, 2), Loss(2, 3, 3));

        Assert.Equal(second, Loss(1, 4, 4));
        Assert.Equal((4 * first + 2 * second + 3 * third) / 9, model.Loss(_pairs).Item(), 1e-5f);
    }

    [Fact]
    public void Any_recurrent_layer_will_do_also_several_layers_or_a_cell_of_one_s_own()
    {
        Embedding Vectors() => new(7, 3, _rng);
        Seq2Seq Of(RecurrentLayer reading, RecurrentLayer writing) =>
            new(new Encoder(Vectors(), reading), new Decoder(Vectors(), writing, new Linear(4, 7, _rng)));

        var deep = Of(new Lstm(3, 4, _rng, layers: 2), new Lstm(3, 4, _rng, layers: 2));
        var own = Of(new Unrolled(new GruCell(3, 4, _rng)), new Unrolled(new RnnCell(3, 4, _rng)));

        Assert.Equal(3, deep.Greedy(_pairs.Source).Count);
        Assert.Equal(3, own.Beam(_pairs.Source[..1], 3).Count);
    }

    [Fact]
    public void Parts_that_do_not_fit_are_refused()
    {
        Embedding Vectors() => new(7, 3, _rng);
        Decoder Writing(RecurrentLayer layer) => new(Vectors(), layer, new Linear(layer.HiddenSize, 7, _rng));
        var (gru, lstm) = (new Encoder(Vectors(), new Gru(3, 4, _rng)), new Encoder(Vectors(), new Lstm(3, 4, _rng)));

        Says("decoder has 5 units, expected 4 as the encoder", () => new Seq2Seq(gru, Writing(new Gru(3, 5, _rng))));
        Says("linear's weight is (7, 4), expected (7, 8)", () => new AttentionDecoder(
            Vectors(), new Gru(3, 4, _rng), new DotProductAttention(), new Linear(4, 7, _rng)));
        Says("state has a cell state C, and the decoder's network has none",
            () => new Seq2Seq(lstm, Writing(new Gru(3, 4, _rng))).Loss(_pairs));
        Says("state has no cell state C, and the decoder's network has one",
            () => new Seq2Seq(gru, Writing(new Lstm(3, 4, _rng))).Loss(_pairs));
    }

    [Fact]
    public void Input_that_does_not_fit_is_explained()
    {
        var model = Small();
        var (source, input, target) = (_pairs.Source, _pairs.DecoderInput, _pairs.Target);

        Says(
            "decoderInput begins with 3 in sentence 0, expected 1, which is <bos>: is it swapped with source, or",
            () => model.Loss(source, target, target));
        Says("decoderInput is (2, 4), expected (3, target length)", () => model.Loss(source, input[1..], target[1..]));
        Says("source holds 6 at position 5 (of (3, 4)), expected a whole number from 0 to 5",
            () => model.Forward(input, source));
        Says("decoderInput holds 7 at position 1 (of (1, 2)), expected a whole number from 0 to 6",
            () => model.Forward(source[..1], Tensor.FromArray(new[,] { { 1, 7 } })));
        Says("source has no words in sentence 1, only padding.",
            () => model.Greedy(Tensor.FromArray(new[,] { { 1 }, { 0 } })));
        Says("source is (4), expected (batch, length): is the batch axis missing?", () => model.Greedy(source[0]));
        Says("maxLength is 0, expected at least 1", () => model.Greedy(source, maxLength: 0));
        Says("width is 0, expected at least 1", () => model.Beam(source[..1], width: 0));
        Says("test.Target has no 2, which is <eos>, in sentence 0", () => model.ExactMatch(_pairs with { Target = input }));
    }

    private static void Says(string message, Func<object?> function) =>
        Refused.With<ArgumentException>(message, function);

    private static Seq2Seq Small(CellKind cell = CellKind.Gru) => Seq2Seq.WithAttention(
        sourceWords: 6, targetWords: 7, width: 4, hiddenSize: 8, new TorchRandom(5), cell);
}
