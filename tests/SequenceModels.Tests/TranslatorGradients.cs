using SequenceModels.Layers;
using SequenceModels.Models;
using SequenceModels.Tests.Infra;
using SequenceModels.Training;

namespace SequenceModels.Tests;

public class TranslatorGradients
{
    private static readonly TorchRandom _rng = new(0);

    [Fact]
    public void A_translator_and_all_its_gradients_agree_with_PyTorch()
    {
        var golden = Golden.Read("seq2seq-lstm");
        var model = new Seq2Seq(
            new Encoder(new Embedding(9, 4, _rng), new Lstm(4, 6, _rng), padded: false),
            new Decoder(new Embedding(8, 4, _rng), new Lstm(4, 6, _rng), new Linear(6, 8, _rng)));
        var (source, target) = (golden["source_tokens"], golden["target_tokens"]);

        Agrees(golden, model, PyTorchs, () => model.Forward(source, target[.., ..^1]), target[.., 1..]);

        static string PyTorchs(string name) => name
            .Replace("encoder.embedding", "source_embedding", StringComparison.Ordinal)
            .Replace("decoder.embedding", "target_embedding", StringComparison.Ordinal)
            .Replace("decoder.linear", "projection", StringComparison.Ordinal)
            .Replace(".rnn.", ".", StringComparison.Ordinal);
    }

    [Fact]
    public void A_classifier_and_all_its_gradients_agree_with_PyTorch()
    {
        var golden = Golden.Read("classifier-gru");
        var model = new TextClassifier(
            new Embedding(11, 5, _rng), new Gru(5, 6, _rng), new Linear(6, 3, _rng), padded: false);

        Agrees(golden, model, PyTorchs, () => model.Forward(golden["tokens"]), golden["labels"]);

        static string PyTorchs(string name) => name.Replace("rnn.", "gru.", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CellKind.Gru)]
    [InlineData(CellKind.Lstm)]
    public void Gradients_through_attention_and_padding_agree_with_finite_differences(CellKind cell)
    {
        var model = Seq2Seq.WithAttention(6, 7, 2, 3, new TorchRandom(3), cell);
        var (source, input, target) = (
            Tensor.FromArray(new[,] { { 3, 1, 4, 5 }, { 2, 5, 0, 0 } }),
            Tensor.FromArray(new[,] { { 1, 4, 6 }, { 1, 5, 0 } }),
            Tensor.FromArray(new[,] { { 4, 6, 2 }, { 5, 2, 0 } }));

        Assert.InRange(
            GradientCheck.LargestError(() => model.Loss(source, input, target), model.Parameters()), 0, 1e-3f);
    }

    private static void Agrees(
        Golden golden, Module model, Func<string, string> pyTorchs, Func<Tensor> forward, Tensor target)
    {
        model.Load(model.NamedParameters().ToDictionary(named => named.Name, named => golden[pyTorchs(named.Name)]));

        var logits = forward();
        var loss = Loss.CrossEntropy(logits, target);
        loss.Backward();

        golden.Agrees("logits", logits);
        golden.Agrees("loss", loss.Reshape(1));
        Assert.All(
            model.NamedParameters(), named => golden.Agrees($"grad.{pyTorchs(named.Name)}", named.Parameter.Grad!));
    }
}
